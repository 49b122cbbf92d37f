import { beforeAll, describe, expect, it } from "vitest";
import { createNews } from "@/features/news/commands/news-items";
import { tagNews } from "@/features/tags/commands/tags";
import { listAudit } from "@/features/workspaces/queries";
import { db } from "@/server/db/client";
import { newId } from "@/server/ids";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { createThesis, updateThesis } from "./commands";
import { getThesis, listFacets, listTheses } from "./queries";
import { FacetList, Thesis, ThesisDetail } from "./schema";

let fund: TestWorkspace;
beforeAll(async () => {
  fund = await freshWorkspace({ timeZone: "Asia/Shanghai" });
});
const analyst = () => fund.as("analyst");
const statement = { en: "Experts will be assembled.", zh: "专家模块会被拼齐。" };
const write = (input: Partial<Parameters<typeof createThesis>[1]> = {}) =>
  createThesis(analyst(), { name: { en: "A thesis" }, statement, ...input });

describe("writing a thesis down", () => {
  it("gives back what was said, with its first wording", async () => {
    const owner = fund.userOf("partner");
    const thesis = await write({
      slug: "moe",
      name: { en: "Open source through MoE", zh: "MoE 与开源" },
      keywords: ["MoE", "混合专家"],
      horizon: "end of 2024",
      ownerId: owner.id,
      color: 3,
      validFrom: "2024-02-16",
      note: "From the essay",
    });
    expect(ThesisDetail.strict().parse(thesis)).toEqual(thesis);
    expect(thesis).toMatchObject({
      slug: "moe",
      facet: "focus",
      name: { en: "Open source through MoE", zh: "MoE 与开源" },
      statement,
      status: "active",
      color: 3,
      horizon: "end of 2024",
      owner: { id: owner.id, name: "The partner" },
      version: 1,
      claims: [],
    });
    expect(thesis.versions).toMatchObject([
      { number: 1, validFrom: "2024-02-16", note: "From the essay", recordedBy: "The analyst" },
    ]);
    expect(await getThesis(fund.as("viewer"), { id: "moe" })).toEqual(thesis);
    expect(await getThesis(fund.as("viewer"), { id: thesis.id.toUpperCase() })).toEqual(thesis);
  });

  it("makes the slug from the English name, else counts", async () => {
    expect((await write({ name: { en: "World Model" } })).slug).toBe("world-model");
    expect((await write({ name: { en: "World model!" } })).slug).toBe("world-model-2");
    expect((await write({ name: { zh: "世界模型" } })).slug).toBe("thesis");
    expect((await write({ name: { zh: "多模态" } })).slug).toBe("thesis-2");
    expect((await write({ name: "New" })).slug).toBe("new-2");
  });

  it("in one language reads the same in both", async () => {
    expect(await write({ name: { zh: "推理" } })).toMatchObject({ name: { en: "推理", zh: "推理" } });
    await expect(write({ name: { en: " ", zh: "" } })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("is held from today where the workspace is, unless told", async () => {
    const now = new Date("2047-05-31T16:00:00Z");
    const thesis = await createThesis({ ...analyst(), now }, { name: "Today", statement });
    expect(thesis.versions[0]?.validFrom).toBe("2047-06-01");
  });

  it("takes the colour used least, and comes after the others", async () => {
    const before = (await listTheses(analyst(), {})).data;
    const thesis = await write({ name: "Colours" });
    const uses = (color: number) => before.filter((one) => one.color === color).length;
    expect(uses(thesis.color)).toBe(Math.min(...Array.from({ length: 8 }, (_, color) => uses(color))));
    expect(thesis.position).toBeGreaterThan(Math.max(...before.map(({ position }) => position)));
  });

  it("says what is wrong", async () => {
    await expect(write({ slug: "moe" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining('"moe"'),
      details: { key: "thesisSlugTaken" },
    });
    const invalid = (field: string) => ({
      code: "INVALID",
      details: { fields: { [field]: expect.any(String) } },
    });
    await expect(write({ slug: "Not A Slug" })).rejects.toMatchObject(invalid("slug"));
    await expect(write({ slug: "new" })).rejects.toMatchObject(invalid("slug"));
    await expect(write({ color: 8 })).rejects.toMatchObject(invalid("color"));
    const stranger = (await freshWorkspace()).userOf("partner");
    await expect(write({ ownerId: stranger.id })).rejects.toMatchObject(invalid("ownerId"));
    await expect(write({ facet: "nothing" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createThesis(fund.as("viewer"), { name: "No", statement })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("rewording", () => {
  it("adds a dated wording and keeps the former ones", async () => {
    const thesis = await write({ name: { en: "First", zh: "第一" }, validFrom: "2024-01-01" });
    const second = await updateThesis(fund.as("partner"), {
      id: thesis.slug,
      version: 1,
      name: { en: "Second" },
      validFrom: "2024-03-01",
      note: "Sharper",
    });
    expect(second).toMatchObject({ name: { en: "Second", zh: "第一" }, version: 2, slug: thesis.slug });
    const third = await updateThesis(analyst(), { id: thesis.id, keywords: ["x"] });
    expect(third.versions).toMatchObject([
      { number: 3, name: { en: "Second" }, keywords: ["x"], recordedBy: "The analyst" },
      { number: 2, name: { en: "Second" }, keywords: [], validFrom: "2024-03-01", note: "Sharper" },
      { number: 1, name: { en: "First", zh: "第一" }, validFrom: "2024-01-01" },
    ]);
    expect(third.versions.slice(1)).toEqual(second.versions);
  });

  it("in one language leaves the other, and an emptied one reads as the other", async () => {
    const thesis = await write({ name: { en: "Agents", zh: "智能体" } });
    const id = thesis.id;
    expect((await updateThesis(analyst(), { id, statement: { zh: "新。" } })).statement).toEqual({
      en: statement.en,
      zh: "新。",
    });
    expect((await updateThesis(analyst(), { id, name: { zh: "" } })).name).toEqual({
      en: "Agents",
      zh: "Agents",
    });
    expect((await updateThesis(analyst(), { id, name: { en: "Helpers" } })).name).toEqual({
      en: "Helpers",
      zh: "Helpers",
    });
    await expect(updateThesis(analyst(), { id, name: { en: "" } })).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { name: expect.any(String) } },
    });
  });

  it("is only a change of words: colour, status, owner and horizon make no new wording", async () => {
    const { id } = await write({ name: "Still" });
    const changed = await updateThesis(analyst(), { id, color: 5, horizon: "2030", status: "retired" });
    expect(changed).toMatchObject({ color: 5, horizon: "2030", status: "retired", version: 2 });
    expect(changed.versions).toHaveLength(1);
  });

  it("that says what stands there changes nothing", async () => {
    const thesis = await write({ name: "Same" });
    const again = await updateThesis(analyst(), {
      id: thesis.id,
      name: "Same",
      statement,
      color: thesis.color,
    });
    expect(again).toEqual(thesis);
    const audit = await listAudit(fund.as("admin"), { entityId: thesis.id });
    expect(audit.data.map(({ operation }) => operation)).toEqual(["thesis.create"]);
  });

  it("of what someone else changed meanwhile is refused", async () => {
    const { id } = await write({ name: "Shared" });
    await updateThesis(analyst(), { id, version: 1, color: 1 });
    await expect(updateThesis(analyst(), { id, version: 1, name: "Mine" })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { key: "stale" },
    });
    const both = ["One", "Two"].map((name) => updateThesis(analyst(), { id, version: 2, name }));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getThesis(analyst(), { id })).versions).toHaveLength(2);
  });

  it("is recorded with what was there before", async () => {
    const { id } = await write({ name: "Recorded" });
    await updateThesis(analyst(), { id, name: "Written down", color: 7 });
    const [entry] = (await listAudit(fund.as("admin"), { entityId: id })).data;
    expect(entry).toMatchObject({
      operation: "thesis.update",
      label: "Written down",
      changes: {
        name: [
          { en: "Recorded", zh: "Recorded" },
          { en: "Written down", zh: "Written down" },
        ],
        color: [expect.any(Number), 7],
      },
    });
  });

  it("cannot be undone behind the product's back: the application may not touch a wording", async () => {
    const { id } = await write({ name: "Kept" });
    for (const sql of [
      "UPDATE thesis_version SET name_en = 'x' WHERE thesis_id = $1::uuid",
      "DELETE FROM thesis_version WHERE thesis_id = $1::uuid",
      "DELETE FROM thesis WHERE id = $1::uuid",
    ])
      await expect(
        db().$transaction([
          db().$executeRaw`SELECT set_config('app.workspace_id', ${fund.workspaceId}, true)`,
          db().$executeRawUnsafe(sql, id),
        ]),
      ).rejects.toThrow(/permission denied/);
    expect((await getThesis(analyst(), { id })).versions).toHaveLength(1);
  });
});

describe("being a part of another", () => {
  it("is said by slug or id, and taken back", async () => {
    const [whole, other] = [await write({ slug: "the-whole" }), await write({ slug: "another-whole" })];
    const part = await write({ slug: "the-part", parent: "the-whole" });
    expect(part.parent).toBe("the-whole");
    expect((await updateThesis(analyst(), { id: part.id, parent: other.id })).parent).toBe("another-whole");
    const [entry] = (await listAudit(fund.as("admin"), { entityId: part.id })).data;
    expect(entry?.changes).toEqual({ parent: [whole.slug, other.slug] });
    expect((await updateThesis(analyst(), { id: part.id, color: 2 })).parent).toBe("another-whole");
    expect((await updateThesis(analyst(), { id: part.id, parent: null })).parent).toBeNull();
  });

  it("goes round in no circle, and is of what is there", async () => {
    const [top, middle] = [await write({ slug: "top" }), await write({ slug: "middle", parent: "top" })];
    await write({ slug: "bottom", parent: "middle" });
    for (const parent of ["top", "middle", "bottom", "nosuch"])
      await expect(updateThesis(analyst(), { id: top.id, parent })).rejects.toMatchObject({
        code: "INVALID",
        details: { fields: { parent: expect.any(String) } },
      });
    expect((await updateThesis(analyst(), { id: middle.id, parent: "" })).parent).toBeNull();
  });
});

describe("retiring", () => {
  it("keeps the thesis on what carries it, and can be undone", async () => {
    const { id, slug } = await write({ name: "Retiring" });
    const item = await createNews(analyst(), {
      title: "An item",
      publishedAt: "2024-01-01",
      tags: [{ thesis: slug }],
    });
    await updateThesis(analyst(), { id, status: "retired" });
    expect(item.tags.map(({ thesis }) => thesis)).toEqual([slug]);
    const listed = async (status: "active" | "retired") =>
      (await listTheses(analyst(), { status })).data.some((thesis) => thesis.id === id);
    expect([await listed("active"), await listed("retired")]).toEqual([false, true]);
    await tagNews(analyst(), { id: item.id, thesis: slug, stance: "for" });
    expect(await updateThesis(analyst(), { id, status: "active" })).toMatchObject({ status: "active" });
  });
});

describe("the list", () => {
  it("has focus areas first, then elements, each in its order", async () => {
    const own = await freshWorkspace();
    const add = (name: string, facet: string) => createThesis(own.as("analyst"), { name, facet, statement });
    await add("Reasoning", "element");
    await add("Agents", "focus");
    await add("Memory", "element");
    await add("Multimodal", "focus");
    const all = await listTheses(own.as("viewer"), {});
    expect(all.data.map((one) => Thesis.parse(one))).toEqual(all.data);
    expect(all.data.map(({ slug }) => slug)).toEqual(["agents", "multimodal", "reasoning", "memory"]);
    const elements = await listTheses(own.as("viewer"), { facet: "element" });
    expect(elements.data.map(({ slug }) => slug)).toEqual(["reasoning", "memory"]);
    const facets = FacetList.parse(await listFacets(own.as("viewer"), {}));
    expect(facets.data.map(({ slug }) => slug)).toEqual(["focus", "element"]);
  });

  it("and every thesis stay within their workspace", async () => {
    const { id, slug } = await write({ name: "Ours" });
    const other = await freshWorkspace();
    expect((await listTheses(other.as("owner"), {})).data).toEqual([]);
    for (const ref of [id, slug, newId(), "nothing"]) {
      await expect(getThesis(other.as("owner"), { id: ref })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(updateThesis(other.as("owner"), { id: ref, color: 1 })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });
});
