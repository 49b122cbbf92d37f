import { describe, expect, it } from "vitest";
import type { Catalogue } from "./catalogue";
import { parseFilter } from "./parse";
import { partsOf } from "./parts";
import { packCatalogue, unpackCatalogue } from "./portable";

const names = (en: string, zh: string) => ({ en: [en], zh: [zh] });
const companies: Catalogue = {
  record: "companies",
  fields: [
    { name: "q", kind: "words", names: names("words", "词"), optional: false },
    { name: "country", kind: "text", names: names("country", "国家"), optional: true },
    { name: "deals", kind: "relation", names: names("deals", "交易"), optional: false, related: () => deals },
  ],
  words: { field: "q", op: "search" },
};
const deals: Catalogue = {
  record: "deals",
  fields: [
    {
      name: "company",
      kind: "ref",
      names: names("company", "公司"),
      optional: false,
      related: () => companies,
    },
    { name: "amount", kind: "number", names: names("amount", "金额"), optional: true },
  ],
  words: null,
};

describe("the parts of a filter", () => {
  it("are what it asks side by side, each with what is left without it", () => {
    const filter = parseFilter("country:CN (openai OR 智谱) deals:(amount:>5)", companies);
    expect(partsOf(filter, companies, "zh")).toEqual([
      { text: "国家:CN", rest: "(openai OR 智谱) 交易:(金额:>5)" },
      { text: "openai OR 智谱", rest: "国家:CN 交易:(金额:>5)" },
      { text: "交易:(金额:>5)", rest: "国家:CN (openai OR 智谱)" },
    ]);
  });

  it("are none of a filter that asks nothing, and leave nothing of one", () => {
    expect(partsOf({ and: [] }, companies, "en")).toEqual([]);
    expect(partsOf(parseFilter("-country:CN", companies), companies, "en")).toEqual([
      { text: "-country:CN", rest: "" },
    ]);
  });
});

describe("a catalogue that travels", () => {
  it("is the same behind JSON, records that lead to each other included", () => {
    const there = unpackCatalogue(JSON.parse(JSON.stringify(packCatalogue(companies))));
    const text = "country:CN deals:(amount:>5 company.deals:any)";
    expect(parseFilter(text, there)).toEqual(parseFilter(text, companies));
    expect(packCatalogue(there)).toEqual(packCatalogue(companies));
  });
});
