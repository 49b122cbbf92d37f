import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CreateThesis } from "../schema";
import { freeSlug, freestColor, isReservedSlug, mergeTexts, ownTexts, slugFrom } from "./wording";

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe("slugs", () => {
  it("are the name's letters and digits", () => {
    expect(slugFrom("Open source through MoE")).toBe("open-source-through-moe");
    expect(slugFrom("  Agents, personalized! ")).toBe("agents-personalized");
    expect(slugFrom("Événements à venir")).toBe("evenements-a-venir");
    expect(slugFrom("GPT-4o & beyond")).toBe("gpt-4o-beyond");
    expect(slugFrom("多模态")).toBeNull();
    expect(slugFrom("世界模型 2024")).toBe("2024");
  });

  it("fit an address, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        const slug = slugFrom(name);
        if (slug === null) return;
        expect(slug).toMatch(slugShape);
        expect(slug.length).toBeLessThanOrEqual(60);
        expect(slugFrom(slug)).toBe(slug);
      }),
    );
  });

  it("count on where one is taken, names a page or was never there", () => {
    expect(freeSlug("Agents", [])).toBe("agents");
    expect(freeSlug("Agents", ["agents", "agents-2"])).toBe("agents-3");
    expect(freeSlug("多模态", [])).toBe("thesis");
    expect(freeSlug("世界模型", ["thesis"])).toBe("thesis-2");
    expect(freeSlug("New", [])).toBe("new-2");
  });

  it("cannot stand where an id or a page of its own would", () => {
    const id = "0190a0c4-5a5e-7b0c-8f4d-1c2b3a4d5e6f";
    expect(isReservedSlug(id)).toBe(true);
    expect(freeSlug(id, [])).toBe(`${id}-2`);
    const texts = { name: "A", statement: "B" };
    expect(CreateThesis.safeParse({ ...texts, slug: "new" }).success).toBe(false);
    expect(CreateThesis.safeParse({ ...texts, slug: id }).success).toBe(false);
    expect(CreateThesis.safeParse({ ...texts, slug: "newer" }).success).toBe(true);
  });
});

describe("texts in two languages", () => {
  it("know which language they were written in", () => {
    expect(ownTexts({ en: "Agents", zh: "智能体" })).toEqual({ en: "Agents", zh: "智能体" });
    expect(ownTexts({ en: "Agents", zh: "Agents" })).toEqual({ en: "Agents", zh: "" });
    expect(ownTexts({ en: "智能体", zh: "智能体" })).toEqual({ en: "", zh: "智能体" });
  });

  it("keep the language a change leaves out", () => {
    const both = { en: "Agents", zh: "智能体" };
    expect(mergeTexts(both, {})).toEqual(both);
    expect(mergeTexts(both, { en: "Personal agents" })).toEqual({ en: "Personal agents", zh: "智能体" });
    expect(mergeTexts(both, { zh: "" })).toEqual({ en: "Agents", zh: "Agents" });
    expect(mergeTexts(both, { en: "", zh: "" })).toBeNull();
  });

  it("let a stand-in follow what it stands for, and a translation replace it", () => {
    const english = { en: "Agents", zh: "Agents" };
    expect(mergeTexts(english, { en: "Helpers" })).toEqual({ en: "Helpers", zh: "Helpers" });
    expect(mergeTexts(english, { zh: "智能体" })).toEqual({ en: "Agents", zh: "智能体" });
    expect(mergeTexts({ en: "智能体", zh: "智能体" }, { en: "Agents" })).toEqual({
      en: "Agents",
      zh: "智能体",
    });
    expect(mergeTexts(english, { en: "" })).toBeNull();
  });
});

it("colours go round before one repeats", () => {
  const taken: number[] = [];
  for (let n = 0; n < 16; n++) taken.push(freestColor(taken));
  expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7]);
  expect(freestColor([0, 2])).toBe(1);
});
