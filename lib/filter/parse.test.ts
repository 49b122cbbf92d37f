import { describe, expect, it } from "vitest";
import { companies, news } from "@/test/filter/catalogues";
import type { Catalogue } from "./catalogue";
import { isRegex } from "./find-pattern";
import { parseFilter, parseWithRefs } from "./parse";
import { FilterError } from "./problems";
import type { Dialect } from "./tokens";

const search = (value: string, field = "q") => ({ field, op: "search", value });
const test = (field: string, op: string, value: unknown) => ({ field, op, value });
/** As tag rules have it: words are matched, what names no field is a word. */
const matched: Catalogue = {
  ...news,
  words: { field: "q", op: "matches" },
  fields: news.fields.map((field) => (field.kind === "words" ? { ...field, only: ["matches"] } : field)),
};
const words: Dialect = { unknownField: "word", isRegex };
const phrase = (text: string, more = {}, field = "q") =>
  test(field, "matches", { pattern: { phrase: text, ...more } });

describe("words", () => {
  it("that stand side by side are all wanted, and OR binds looser", () => {
    expect(parseFilter("MoE open OR 开源", news)).toEqual({
      or: [{ and: [search("MoE"), search("open")] }, search("开源")],
    });
    expect(parseFilter("MoE AND (open OR 开源)", news)).toEqual({
      and: [search("MoE"), { or: [search("open"), search("开源")] }],
    });
    expect(parseFilter("", news)).toEqual({ and: [] });
  });

  it("are ruled out by NOT or a hyphen before them; hyphens within them are theirs", () => {
    const without = { and: [search("GPT-4"), { not: search("game") }] };
    expect(parseFilter("GPT-4 NOT game", news)).toEqual(without);
    expect(parseFilter("GPT-4 -game", news)).toEqual(without);
  });

  it("are phrases in quotes of any kind, and parentheses and colons may be wide", () => {
    expect(parseFilter("（“混合专家” OR 「mixture of experts」）", news)).toEqual({
      or: [search("混合专家"), search("mixture of experts")],
    });
    expect(parseFilter("标题：开源", news)).toEqual(search("开源", "title"));
    expect(parseFilter("title:(a OR -b)", news)).toEqual({
      or: [search("a", "title"), { not: search("b", "title") }],
    });
  });

  it("that only look like an operator, a field or an address are words", () => {
    expect(parseFilter("ORACLE", news)).toEqual(search("ORACLE"));
    expect(parseFilter("http://x.example", news)).toEqual(search("http://x.example"));
    expect(parseFilter("10:30", news)).toEqual(search("10:30"));
    expect(parseFilter('"thesis:moe"', news)).toEqual(search("thesis:moe"));
    expect(parseFilter("GPT:4", matched, words)).toEqual(phrase("GPT:4"));
  });

  it("are matched with capitals, open ends, regular expressions and EXCEPT where a record has that", () => {
    expect(parseFilter("title:(agent* OR =MoE)", matched, words)).toEqual({
      or: [phrase("agent", { open: true }, "title"), phrase("MoE", { exact: true }, "title")],
    });
    expect(parseFilter(String.raw`/\d+x\/day/`, matched, words)).toEqual(
      test("q", "matches", { pattern: { regex: String.raw`\d+x/day` } }),
    );
    expect(parseFilter("推理 EXCEPT (推理成本 OR =推理芯片) 模型", matched, words)).toEqual({
      and: [
        test("q", "matches", {
          pattern: { phrase: "推理" },
          except: [{ phrase: "推理成本" }, { phrase: "推理芯片", exact: true }],
        }),
        phrase("模型"),
      ],
    });
  });
});

describe("fields", () => {
  it.each([
    ["stance:against", test("stance", "eq", "against")],
    ["立场:反对", test("stance", "eq", "against")],
    ["Stance:AGAINST", test("stance", "eq", "against")],
    ["thesis:agents", test("thesis", "eq", "agents")],
    ["主题:智能体", test("thesis", "eq", "agents")],
    [
      "thesis:018e0000-0000-7000-8000-000000000001",
      test("thesis", "eq", "018e0000-0000-7000-8000-000000000001"),
    ],
    ["thesis:(agents OR “MoE 开源”)", test("thesis", "in", ["agents", "moe"])],
    ["thesis:(agents OR none)", { or: [test("thesis", "eq", "agents"), test("thesis", "empty", true)] }],
    ['-feed:"arXiv"', { not: test("feed", "eq", "arXiv") }],
    ["来源站:none", test("feed", "empty", true)],
    ["订阅源:有", test("feed", "empty", false)],
    ['feed:"none"', test("feed", "eq", "none")],
    ["owner:me", test("owner", "eq", "me")],
    ["负责人:我", test("owner", "eq", "me")],
    ["source:reuters", test("source", "contains", "reuters")],
    ["source:(=Reuters OR =AP)", test("source", "in", ["Reuters", "AP"])],
    ["doubtful:yes", test("doubtful", "eq", true)],
    ["存疑：否", test("doubtful", "eq", false)],
    ["strength:3", test("strength", "eq", 3)],
    ["strength:(2 OR 3)", test("strength", "in", [2, 3])],
    ["strength:>= 2", test("strength", "gte", 2)],
    ["强度:＜３", test("strength", "lt", 3)],
    ["strength:-5", test("strength", "eq", -5)],
    ["strength:2..3", { and: [test("strength", "gte", 2), test("strength", "lte", 3)] }],
    ["published:last-30-days", test("published", "within", "last-30-days")],
    ["发布:近30天", test("published", "within", "last-30-days")],
    ["published:2024-02-16", test("published", "within", "2024-02-16")],
    ["published:2024-01-01..2024-03-31", test("published", "within", "2024-01-01..2024-03-31")],
    ["published:2024..", test("published", "gte", "2024")],
    ["due:<today", test("due", "lt", "today")],
    ["due:2024-02-16", test("due", "eq", "2024-02-16")],
    ["due:(2024-01 OR none)", { or: [test("due", "within", "2024-01"), test("due", "empty", true)] }],
    ["company.country:CN", test("company.country", "eq", "CN")],
    ["公司.国家:中国", test("company.country", "eq", "CN")],
    ["stance: against", test("stance", "eq", "against")],
  ])("%s", (text, filter) => {
    expect(parseFilter(text, news)).toEqual(filter);
  });

  it("of related records are asked together in parentheses, alone without", () => {
    const inner = { and: [test("stage", "eq", "passed"), test("amount", "gt", 1_000_000)] };
    const both = { and: [test("deals", "any", inner), search("x")] };
    expect(parseFilter("deals:(stage:passed amount:>1000000) x", companies)).toEqual(both);
    expect(parseFilter("交易:（阶段:已放弃 金额:>1000000） x", companies)).toEqual(both);
    expect(parseFilter("deals:none OR news:openai", companies)).toEqual({
      or: [test("deals", "empty", true), test("news", "any", search("openai"))],
    });
    const twice = { not: test("news", "any", { and: [test("stance", "eq", "against"), search("y")] }) };
    expect(parseFilter("-news:(stance:against y) country:CN", companies)).toEqual({
      and: [twice, test("country", "eq", "CN")],
    });
  });

  it("name records, whose places are told", () => {
    const { refs } = parseWithRefs("x thesis:(agents OR nosuch) -公司.新闻.feed:a", news);
    expect(refs.map(({ path, value, at }) => [path, value, at])).toEqual([
      ["thesis", "agents", 10],
      ["thesis", "nosuch", 20],
      ["company.news.feed", "a", 40],
    ]);
  });
});

describe("a mistake is told with its place", () => {
  it.each([
    ['"MoE', "unclosedQuote", 0, '"MoE', []],
    ["(a OR b", "unclosedParenthesis", 0, "", []],
    ["a) b", "unopenedParenthesis", 1, "", []],
    ["a OR", "missingWord", 4, "", []],
    ["a AND OR b", "missingWord", 6, "OR", []],
    ["a EXCEPT (b AND c)", "unclosedParenthesis", 2, "", []],
    ["a EXCEPT", "exceptNeedsWords", 2, "", []],
    ["stance:for EXCEPT x", "exceptNeedsWords", 11, "", []],
    ['a "…"', "emptyPhrase", 2, "…", []],
    ["feed:(a AND b)", "unclosedParenthesis", 5, "", []],
    ["feed:", "missingValue", 0, "feed", []],
    ["x stance:OR for", "missingValue", 2, "stance", []],
    ["feed:-x", "missingValue", 0, "feed", []],
    ["feed:/x/", "noPattern", 5, "/x/", []],
    ["feed:x*", "noPattern", 5, "x*", []],
    ["a agent*", "noPattern", 2, "", []],
    ["MoE =x", "noPattern", 4, "", []],
    ["a thessis:moe", "unknownField", 2, "thessis", ["thesis"]],
    ["a 主体:moe", "unknownField", 2, "主体", ["主题"]],
    ["Agents：new", "unknownField", 0, "Agents", []],
    ["company.town:x", "unknownField", 0, "company.town", []],
    ["stance:maybe", "unknownValue", 7, "maybe", ["for", "neutral", "against"]],
    ["stance:(for OR maybe)", "unknownValue", 15, "maybe", ["for", "neutral", "against"]],
    ["stance:none", "unknownValue", 7, "none", ["for", "neutral", "against"]],
    ["strength:1e999", "notNumber", 9, "1e999", []],
    ["strength:1..2..3", "notNumber", 9, "1..2..3", []],
    ["strength:>x", "notNumber", 10, "x", []],
    ["published:soon", "notPeriod", 10, "soon", []],
    ["due:>2024-02-30", "notPeriod", 5, "2024-02-30", []],
    ["published:2024..2023", "notPeriod", 10, "2024..2023", []],
    ["doubtful:maybe", "notFlag", 9, "maybe", []],
    ["x".repeat(4001), "tooLong", 4000, "", []],
    [`${"(".repeat(30)}a${")".repeat(30)}`, "tooDeep", 20, "", []],
    [`${"NOT ".repeat(30)}a`, "tooDeep", 80, "", []],
    [`thesis:${"(".repeat(30)}a${")".repeat(30)}`, "tooDeep", 26, "", []],
  ])("%s", (text, problem, at, near, values) => {
    expect(failure(text, news)).toMatchObject({ problem, at, near, values });
  });

  it.each([
    ["MoE /ab", "unclosedRegex", 4],
    ["//", "emptyPhrase", 0],
    ["a OR /(/", "badRegex", 5],
    ["a EXCEPT /(/", "badRegex", 9],
  ])("%s, where words are matched", (text, problem, at) => {
    expect(failure(text, matched, words)).toMatchObject({ problem, at });
  });

  it("also where there is no text to look in", () => {
    expect(failure("deals:(stage:passed x)", companies)).toMatchObject({ problem: "noWords", at: 20 });
  });
});

function failure(text: string, catalogue: Catalogue, dialect?: Dialect): FilterError {
  try {
    parseFilter(text, catalogue, dialect);
  } catch (error) {
    if (error instanceof FilterError) return error;
    throw error;
  }
  throw new Error(`${text} was read`);
}
