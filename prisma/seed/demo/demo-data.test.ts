import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadDemo } from "./schema";

const demo = loadDemo();
const slugs = new Set(demo.theses.map((thesis) => thesis.slug));
const focus = demo.theses.filter((thesis) => thesis.facet === "focus").map((thesis) => thesis.slug);
const elements = new Set(
  demo.theses.filter((thesis) => thesis.facet === "element").map((thesis) => thesis.slug),
);
const companyKeys = new Set(demo.companies.map((company) => company.key));
const han = /\p{Script=Han}/u;

/** What occurs more than once. */
const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);
const tooManyTags = (tags: { thesis: string }[]) =>
  new Set(tags.map((tag) => tag.thesis)).size !== tags.length;
const isWithin = (day: string, from: string, to: string) => day >= from && day <= to;

describe("theses", () => {
  it("are four focus areas and four elements, each with its own colour", () => {
    expect(focus).toEqual(["multimodal", "open-source-moe", "personalized-agents", "visual-metaverse"]);
    expect([...elements]).toEqual(["modality-layer", "world-model", "reasoning", "memory-learning"]);
    expect(new Set(demo.theses.map((thesis) => thesis.color)).size).toBe(8);
  });

  it("have keywords in both languages, and none that is the ambiguous 推理 alone", () => {
    for (const thesis of demo.theses) {
      expect(thesis.keywords.some((word) => han.test(word))).toBe(true);
      expect(thesis.keywords.some((word) => !han.test(word))).toBe(true);
      expect(thesis.keywords).not.toContain("推理");
      expect(repeated(thesis.keywords)).toEqual([]);
    }
  });
});

describe("claims", () => {
  it("are numbered 1 to 18, with 17 and 18 in two parts, and name theses that exist", () => {
    const numbers = [
      ...Array.from({ length: 16 }, (_, index) => String(index + 1)),
      "17a",
      "17b",
      "18a",
      "18b",
    ];
    expect(demo.claims.map((claim) => claim.number)).toEqual(numbers);
    for (const claim of demo.claims) {
      if (claim.thesis !== null) expect(focus).toContain(claim.thesis);
      for (const element of claim.elements) expect(elements).toContain(element);
    }
  });

  it("say which rules were written after their window", () => {
    const open = demo.claims.filter((claim) => !claim.ruleWrittenAfterWindow);
    expect(open.map((claim) => claim.number)).toEqual(["14", "17b", "18a"]);
    for (const claim of demo.claims) expect(claim.ruleWrittenAfterWindow).toBe(claim.deadline < "2026-11-23");
  });
});

describe("companies", () => {
  it("are at least 55, each once, with tags on theses that exist", () => {
    expect(demo.companies.length).toBeGreaterThanOrEqual(55);
    expect(repeated(demo.companies.map((company) => company.key))).toEqual([]);
    expect(repeated(demo.companies.map((company) => company.domain))).toEqual([]);
    for (const { tags } of demo.companies) {
      for (const tag of tags) expect(slugs).toContain(tag.thesis);
      expect(tooManyTags(tags)).toBe(false);
    }
  });
});

describe("news", () => {
  it("is at least 300 items, at least 60 for each focus area, 80 in Chinese and some untagged", () => {
    expect(demo.news.length).toBeGreaterThanOrEqual(300);
    for (const slug of focus) {
      const tagged = demo.news.filter((item) => item.tags.some((tag) => tag.thesis === slug));
      expect(tagged.length).toBeGreaterThanOrEqual(60);
      const against = tagged.filter((item) =>
        item.tags.some((tag) => tag.thesis === slug && tag.stance === "against"),
      );
      expect(against.length).toBeGreaterThanOrEqual(10);
    }
    expect(demo.news.filter((item) => item.language === "zh").length).toBeGreaterThanOrEqual(80);
    const untagged = demo.news.filter((item) => item.tags.length === 0).length;
    expect(untagged).toBeGreaterThanOrEqual(12);
    expect(untagged).toBeLessThanOrEqual(25);
  });

  it("has every key and address once, and names only companies and theses that exist", () => {
    expect(repeated(demo.news.map((item) => item.key))).toEqual([]);
    expect(repeated(demo.news.map((item) => item.url.toLowerCase().replace(/\/$/, "")))).toEqual([]);
    for (const item of demo.news) {
      for (const company of item.companies) expect(companyKeys).toContain(company);
      for (const tag of item.tags) expect(slugs).toContain(tag.thesis);
      expect(tooManyTags(item.tags)).toBe(false);
      if (item.tags.length > 0) expect(item.tags.some((tag) => focus.includes(tag.thesis))).toBe(true);
    }
  });

  it("is of 2023 and 2024, and says its language truly", () => {
    for (const item of demo.news) {
      expect(isWithin(item.publishedAt.slice(0, 10), "2023-01-01", "2024-12-31")).toBe(true);
      expect(han.test(item.title)).toBe(item.language === "zh");
    }
  });

  it("dates arXiv papers in the month of their number, or the day after it", () => {
    const papers = demo.news.flatMap((item) => {
      const number = /arxiv\.org\/abs\/(\d{2})(\d{2})\.\d{5}$/.exec(item.url);
      return number ? [{ item, month: `20${number[1]}-${number[2]}` }] : [];
    });
    expect(papers.length).toBeGreaterThanOrEqual(100);
    for (const { item, month } of papers) {
      const dayBefore = new Date(Date.parse(item.publishedAt.slice(0, 10)) - 86_400_000).toISOString();
      expect([item.publishedAt.slice(0, 7), dayBefore.slice(0, 7)]).toContain(month);
    }
  });
});

describe("deals", () => {
  it("are at least 20 examples with real companies, whose moves lead from opening to stage", () => {
    expect(demo.deals.length).toBeGreaterThanOrEqual(20);
    for (const deal of demo.deals) {
      expect(companyKeys).toContain(deal.company);
      for (const thesis of deal.theses) expect(slugs).toContain(thesis.slug);
      const days = deal.moves.map((move) => move.on);
      expect(days).toEqual([...days].sort());
      expect(days[0]).toBe(deal.openedOn);
      expect(deal.moves.at(-1)?.to).toBe(deal.stage);
      for (const day of days) expect(isWithin(day, "2024-01-01", "2024-12-31")).toBe(true);
      expect(repeated(deal.moves.map((move) => move.to))).toEqual([]);
    }
  });

  it("give a reason when passed, and a source with every amount", () => {
    for (const deal of demo.deals) {
      expect(deal.passReason !== undefined && deal.revisitIf !== undefined).toBe(deal.stage === "passed");
      expect(deal.amount === undefined).toBe(deal.amountSource === undefined);
    }
  });
});

describe("both languages", () => {
  it("are Chinese where they say so, and English where they say so", () => {
    const pairs: { en: string; zh: string }[] = [
      ...demo.theses.flatMap((thesis) => [thesis.name, thesis.statement]),
      ...demo.claims.flatMap((claim) => [
        claim.statement,
        claim.indicator,
        claim.resolutionRule,
        claim.source,
      ]),
      ...demo.companies.map((company) => company.description),
      ...demo.deals
        .flatMap((deal) => [deal.passReason, deal.revisitIf, deal.nextStep, deal.source])
        .filter((text) => text !== undefined),
    ];
    for (const { en, zh } of pairs) {
      expect(han.test(zh)).toBe(true);
      expect(han.test(en)).toBe(false);
    }
  });
});

describe("feeds", () => {
  it("are about forty addresses over https, each once", () => {
    const opml = readFileSync(path.join(import.meta.dirname, "feeds.opml"), "utf8");
    const urls = [...opml.matchAll(/xmlUrl="([^"]+)"/g)].map((found) => found[1] ?? "");
    expect(urls.length).toBeGreaterThanOrEqual(38);
    expect(repeated(urls)).toEqual([]);
    for (const url of urls) expect(url).toMatch(/^https:\/\//);
  });
});
