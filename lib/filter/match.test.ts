import { describe, expect, it } from "vitest";
import { news } from "@/test/filter/catalogues";
import { type Environment, match, type Subject } from "./match";
import { parseFilter } from "./parse";

const environment: Environment = {
  today: "2024-02-16",
  timeZone: "Asia/Shanghai",
  me: "u1",
};

type Values = Record<string, string | number | boolean | readonly (string | number)[]>;

function subject(
  values: Values,
  more: { tag?: Values[]; related?: Record<string, Subject[]> } = {},
): Subject {
  return {
    values: (field) => [values[field] ?? []].flat(),
    ...(more.tag && { rows: () => (more.tag ?? []).map((row) => subject(row)) }),
    related: (field) => more.related?.[field] ?? [],
  };
}

function meets(text: string, one: Subject): boolean {
  return match(parseFilter(text, news), news, one, environment);
}

describe("a search", () => {
  const one = subject({ q: ["Qwen2.5 beats GPT-4", "雲鋅助手"] });
  it.each(["qwen", "GPT4", "云锌 gpt", "ＧＰＴ-4"])("meets by %s, in all its texts together", (words) =>
    expect(match({ field: "q", op: "search", value: words }, news, one, environment)).toBe(true),
  );
  it.each(["GPT-4o", "锌云", "…"])("does not meet by %s", (words) =>
    expect(match({ field: "q", op: "search", value: words }, news, one, environment)).toBe(false),
  );
});

describe("a missing value", () => {
  it("meets nothing but none, and NOT of everything else", () => {
    const nothing = subject({});
    for (const test of [
      "due:2024-02-16",
      "due:<today",
      "source:x",
      "owner:me",
      "due:any",
      "company.country:CN",
    ])
      expect([test, meets(test, nothing), meets(`-${test}`, nothing)]).toEqual([test, false, true]);
    for (const test of ["due:none", "owner:none", "company:none", "thesis:none", "company.country:none"])
      expect([test, meets(test, nothing), meets(`-${test}`, nothing)]).toEqual([test, true, false]);
  });
});

describe("tests of one row", () => {
  const tagged = subject(
    {},
    {
      tag: [
        { thesis: "agents", stance: "for", strength: 3 },
        { thesis: "moe", stance: "against", strength: 1 },
      ],
    },
  );
  it.each([
    ["thesis:agents stance:for", true],
    ["thesis:agents stance:against", false],
    ["thesis:agents (stance:against)", false],
    ["thesis:agents (q1 OR stance:against)", true],
    ["thesis:agents -stance:against", false],
    ["thesis:(agents OR moe) strength:<2 stance:against", true],
    ["thesis:agents strength:<2", false],
    ["thesis:none", false],
    ["thesis:any stance:against", true],
    ["-(thesis:agents stance:against)", true],
  ])("%s: %s", (text, expected) => {
    expect(meets(text, tagged)).toBe(expected);
  });
});

describe("values", () => {
  it.each([
    ["source:arxiv", { source: "arXiv cs.CL" }, true],
    ["source:ＡＲＸＩＶ", { source: "arXiv cs.CL" }, true],
    ["source:=arxiv", { source: "arXiv cs.CL" }, false],
    ["source:=arxiv", { source: "ARXIV" }, true],
    ["owner:me", { owner: ["u2", "u1"] }, true],
    ["kind:(paper OR article)", { kind: "article" }, true],
    ["strength:2..3", { strength: 3 }, true],
    ["strength:>2", { strength: 2 }, false],
    ["doubtful:no", { doubtful: false }, true],
    ["openai title:智谱", { q: "openai", title: "智谱AI" }, true],
    // In Shanghai the day begins at 16:00 UTC.
    ["published:today", { published: "2024-02-15T16:00:00.000Z" }, true],
    ["published:today", { published: "2024-02-15T15:59:59.999Z" }, false],
    ["published:<=yesterday", { published: "2024-02-15T15:59:59Z" }, true],
    ["published:>2024-01", { published: "2024-01-31T16:00:00Z" }, true],
    ["published:>2024-01", { published: "2024-01-31T15:00:00Z" }, false],
    ["due:last-7-days", { due: "2024-02-10" }, true],
    ["due:last-7-days", { due: "2024-02-09" }, false],
    ["due:2024-02-16", { due: "2024-02-16" }, true],
  ] as const)("%s of %j: %s", (text, values, expected) => {
    expect(meets(text, subject(values as Values))).toBe(expected);
  });
});

describe("related records", () => {
  const deal = (stage: string, amount: number) => subject({ stage, amount });
  const company = subject({ country: "CN" }, { related: { deals: [deal("passed", 1), deal("sourced", 9)] } });
  const item = subject({}, { related: { company: [company, subject({ country: "US" })] } });
  it.each([
    ["company.country:CN company.country:US", true],
    ["company.country:none", false],
    ["company.deals:(stage:passed amount:<5)", true],
    ["company.deals:(stage:passed amount:>5)", false],
    ["company.deals.stage:passed company.deals.amount:>5", true],
    ["company.deals:any -company.news:any", true],
  ])("%s: %s", (text, expected) => {
    expect(meets(text, item)).toBe(expected);
  });
});
