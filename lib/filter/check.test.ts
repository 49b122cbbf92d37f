import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterOf } from "@/test/filter/arbitrary";
import { news } from "@/test/filter/catalogues";
import { checkFilter, problemSentence } from "./check";
import { isRegex } from "./find-pattern";
import { FilterInput } from "./schema";
import type { Filter, Test } from "./tree";

function problems(filter: unknown): [problem: string, path: string][] {
  const read = FilterInput.parse(filter);
  return checkFilter(read, news, isRegex).map(({ problem, path }) => [problem, path.join(".")]);
}

const test = (field: string, op: string, value: unknown) => ({ field, op, value });

describe("a filter in JSON", () => {
  it.each([
    [
      { and: [test("stance", "eq", "for"), { not: test("thessis", "eq", "x") }] },
      "unknownField",
      "and.1.not.field",
    ],
    [test("company.town", "eq", "x"), "unknownField", "field"],
    [test("stance.x", "eq", "x"), "unknownField", "field"],
    [test("stance", "contains", "f"), "noOperator", "op"],
    [test("stance", "empty", true), "noOperator", "op"],
    [test("stance", "eq", "maybe"), "unknownValue", "value"],
    [test("stance", "in", ["for", "maybe"]), "unknownValue", "value"],
    [test("stance", "eq", 3), "wrongValue", "value"],
    [test("strength", "gt", "3"), "notNumber", "value"],
    [test("strength", "in", ["3"]), "notNumber", "value"],
    [test("due", "eq", "today"), "notDay", "value"],
    [test("due", "lt", "2024-02-30"), "notPeriod", "value"],
    [test("published", "within", "近30天"), "notPeriod", "value"],
    [test("doubtful", "eq", "yes"), "notFlag", "value"],
    [test("due", "empty", "yes"), "notFlag", "value"],
    [test("q", "search", "…"), "emptyPhrase", "value"],
    [test("source", "eq", '"”」x'), "unwritable", "value"],
    [test("body", "matches", "x"), "wrongValue", "value"],
    [test("body", "matches", { pattern: { regex: "(" } }), "badRegex", "value"],
    [
      test("body", "matches", { pattern: { phrase: "x" }, except: [{ phrase: "-" }] }),
      "emptyPhrase",
      "value",
    ],
    [test("company.news", "any", "x"), "wrongValue", "value"],
    [test("company.deals", "any", { or: [test("stage", "eq", "x")] }), "unknownValue", "value.or.0.value"],
    [{ or: [] }, "missingWord", "or"],
    [{ and: [{ and: [] }] }, "missingWord", "and.0.and"],
    [{ and: Array.from({ length: 201 }, () => test("q", "search", "x")) }, "tooMany", ""],
    [Array.from({ length: 20 }).reduce((not) => ({ not }), test("q", "search", "x")), "tooDeep", ""],
  ])("%j: %s", (filter, problem, path) => {
    expect(problems(filter)).toEqual([[problem, path]]);
  });

  it("may ask nothing at all, and ne for not", () => {
    expect(problems({ and: [] })).toEqual([]);
    expect(FilterInput.parse(test("stance", "ne", "for"))).toEqual({ not: test("stance", "eq", "for") });
    expect(FilterInput.parse('{"field":"q","op":"search","value":"x"}')).toEqual(test("q", "search", "x"));
  });

  it.each([
    ["x", "", "must be"],
    [[], "", "must be"],
    [{ and: [], or: [] }, "", "must be"],
    [{ and: test("q", "search", "x") }, "", "must be"],
    [{ and: [{ not: null }] }, "and.0.not", "must be"],
    [{ field: "q", op: "search" }, "", "must be"],
    [{ ...test("q", "search", "x"), extra: 1 }, "", "must be"],
    [test("q", "like", "x"), "op", "has an operator that is none (like)"],
    [test("q", "search", null), "value", "wrong kind"],
    [test("q", "in", []), "value", "wrong kind"],
    [test("q", "matches", { pattern: { phrase: 1 } }), "value.pattern", "wrong kind"],
  ])("%j is none", (raw, path, sentence) => {
    const issue = FilterInput.safeParse(raw).error?.issues[0];
    expect(issue?.path.join(".")).toBe(path);
    expect(issue?.message).toContain(sentence);
  });

  it("is not walked however deep it is", () => {
    const deep = `${'{"not":'.repeat(5000)}{}${"}".repeat(5000)}`;
    expect(FilterInput.safeParse(deep).error?.issues).toMatchObject([
      { message: "has groups within groups more than 20 deep" },
    ]);
  });

  it("says what, where and what to do", () => {
    const [found] = checkFilter({ and: [{ field: "thessis", op: "eq", value: "x" }] }, news);
    expect(found && problemSentence(found)).toBe(
      "names a field that is not there; put it in quotes if it is a word you look for (thessis); try thesis, at and.0.field",
    );
  });
});

describe("any filter with mistakes put into it", () => {
  const spoil = (test: Test, way: number): Test => {
    if (way === 0) return { ...test, field: `${test.field}x` };
    if (way === 1) return { ...test, op: test.op === "any" ? "eq" : "any" };
    return { ...test, value: { and: [] } };
  };
  const tests = (filter: Filter): number =>
    "not" in filter
      ? tests(filter.not)
      : "field" in filter
        ? 1
        : ("and" in filter ? filter.and : filter.or).reduce((sum, part) => sum + tests(part), 0);

  /** Spoils the tests whose turn it is; those of related records are left to their parent. */
  function spoiled(filter: Filter, ways: readonly (number | null)[], next = { at: 0 }): Filter {
    if ("not" in filter) return { not: spoiled(filter.not, ways, next) };
    if ("field" in filter) {
      const way = ways[next.at++];
      return way === null || way === undefined ? filter : spoil(filter, way);
    }
    const parts = ("and" in filter ? filter.and : filter.or).map((part) => spoiled(part, ways, next));
    return "and" in filter ? { and: parts } : { or: parts };
  }

  it("has every one of them found, and no other", () => {
    const way = fc.option(fc.nat(2), { freq: 2 });
    fc.assert(
      fc.property(filterOf(news, 3), fc.array(way, { minLength: 9, maxLength: 9 }), (filter, ways) => {
        const planted = ways.slice(0, tests(filter)).filter((one) => one !== null).length;
        expect(checkFilter(spoiled(filter, ways), news, isRegex)).toHaveLength(planted);
      }),
      { numRuns: 1000 },
    );
  });
});
