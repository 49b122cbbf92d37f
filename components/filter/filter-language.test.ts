import { describe, expect, it } from "vitest";
import type { FilterLanguage } from "./filter-definitions";
import { BoxLanguage } from "./filter-language";

const names = (en: string, zh: string) => ({ en: [en], zh: [zh] });
const fields: FilterLanguage = {
  record: "companies",
  records: {
    companies: {
      fields: [
        { name: "q", kind: "words", names: names("words", "全文"), optional: false },
        {
          name: "country",
          kind: "choice",
          names: names("country", "国家"),
          optional: true,
          choices: [
            { value: "CN", names: names("China", "中国") },
            { value: "US", names: names("United States", "美国") },
          ],
        },
        { name: "thesis", kind: "ref", names: names("thesis", "主题"), optional: true, to: "theses" },
      ],
      words: { field: "q", op: "search" },
    },
    theses: {
      fields: [{ name: "name", kind: "text", names: names("name", "名称"), optional: false }],
      words: null,
    },
  },
  aliases: [],
};
const english = new BoxLanguage(fields, "en");
const chinese = new BoxLanguage(fields, "zh");

describe("the language of a filter box", () => {
  it("puts into parameters what has one, and the rest into where", () => {
    expect(english.read("国家:(中国 OR US) -thesis:agents openai")).toEqual({
      params: [
        ["country", "CN,US"],
        ["q", "openai"],
        ["where", "-thesis:agents"],
      ],
    });
    expect(english.read("  ")).toEqual({ params: [] });
  });

  it("says where a text goes wrong", () => {
    expect(english.read("country:Atlantis")).toMatchObject({
      error: { problem: "unknownValue", at: 8, near: "Atlantis" },
    });
  });

  it("offers fields and values at the cursor, and asks for those it does not know", () => {
    expect(chinese.complete("国家:中", 4).options).toMatchObject([{ insert: "中国", label: "中国" }]);
    expect(english.complete("thesis:ag", 9).ask).toEqual({ path: "thesis", typed: "ag" });
  });

  it("writes a value as it must stand behind its field", () => {
    expect(english.valueText("thesis", { value: "agents", label: "Agents" })).toBe("agents");
    expect(english.valueText("thesis", { value: "open models", label: "" })).toBe('"open models"');
    expect(english.valueText("country", { value: "US", label: "" })).toBe('"United States"');
  });
});
