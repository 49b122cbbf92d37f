import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexTerms, meetsSearch, nameFinder, searchQuery, termsVersion, tsquery } from "./search-terms";

function finds(text: string, query: string): boolean {
  const asked = searchQuery(query);
  return asked !== null && meetsSearch(new Set(indexTerms(text)), asked);
}

describe("search finds what stands in a text", () => {
  it.each([
    ["OpenAI releases GPT-4 Turbo", ["GPT-4", "GPT4", "gpt 4", "GPT"]],
    ["Alibaba’s Qwen2.5 and Claude 3.5", ["Qwen2.5", "qwen", "2.5", "Claude 3.5", "alibaba"]],
    ["AT&T buys a stake in Character.AI", ["AT&T", "att", "Character.AI", "characterai"]],
    ["v1.6.0 is out, write to x@y.z about A/B tests", ["v1.6.0", "1.6.0", "x@y.z", "A/B"]],
    ["A $1.5B round: 1,500 people", ["$1.5B", "1.5B", "1500", "1,500"]],
    ["The Who and IT", ["The Who", "who", "IT"]],
    ["네이버가 인공지능을 공개; Яндекс; Ελλάδα", ["네이버", "Яндекс", "яндекс", "ΕΛΛΑΔΑ", "인공지능"]],
    ["A naïve café in Kraków", ["naive cafe", "café", "krakow", "Kraków"]],
    ["云锌ＡＩ助手发布新模型", ["AI助手", "ＡＩ", "云锌", "雲鋅", "模型", "模", "助手发布"]],
    ["C++ and C# compilers", ["C++", "C#", "compiler"]],
    ["Models for Node.js", ["model", "node.js", "nodejs", "node"]],
    ["Don't panic", ["don't", "dont", "don’t"]],
  ])("%s", (text, queries) => {
    for (const query of queries) expect([query, finds(text, query)]).toEqual([query, true]);
  });

  it("and not what does not", () => {
    expect(finds("C compilers", "C++")).toBe(false);
    expect(finds("Fresh air", "AI")).toBe(false);
    expect(finds("GPT-3 in 4 days", "GPT-4o")).toBe(false);
    expect(finds("多种模型", "种型")).toBe(false);
    expect(finds("15 billion", "1.5")).toBe(false);
  });

  it("asks for nothing when there is no letter or digit", () => {
    expect(searchQuery(" … —!")).toBeNull();
  });

  it("a whole text finds itself, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const asked = searchQuery(text);
        return asked === null || meetsSearch(new Set(indexTerms(text)), asked);
      }),
      { numRuns: 2000 },
    );
  });

  it("cuts as its version says: whoever changes the terms raises termsVersion and writes the new digest here", () => {
    const text =
      "The GPT-4o, Qwen2.5 & AT&T: $1.5B or 1,500 models? C++ v1.6.0 x@y.z Don’t naïve ＡＩ助手 雲鋅 네이버 Яндекс 🚀";
    const digest = createHash("sha256").update(indexTerms(text).join(" ")).digest("hex").slice(0, 12);
    expect([termsVersion, digest]).toEqual([1, "410766363d06"]);
  });

  it("of a text that is too long for PostgreSQL gives the terms of its beginning", () => {
    const text = Array.from({ length: 300_000 }, (_, at) => at.toString(36)).join(" ");
    const terms = indexTerms(`Gadwall ${text}`);
    expect(terms[0]).toBe("gadwall");
    expect(Buffer.byteLength(terms.join(""))).toBeLessThan(1_000_000);
  });

  it("finds a name by a part of it, too", () => {
    for (const words of ["m", "oon", "MOON AI", "ai moonshot", "云锌", "鋅", "ＭＯＯＮ"])
      expect([words, nameFinder(words)("Moonshot AI 雲鋅")]).toEqual([words, true]);
    for (const words of ["%", "_oon", "moonshots b"])
      expect(nameFinder(words)("Moonshot AI 雲鋅")).toBe(false);
  });

  it("is written for PostgreSQL with every term quoted", () => {
    const asked = searchQuery("GPT-4 it's 模型");
    expect(asked && tsquery(asked)).toBe(
      "'模型' & (('gpt4':*) | ('gpt' & '4')) & (('its':*) | ('it' & 's'))",
    );
  });
});
