/**
 * What a list, a saved view or a tag rule asks of a record. JSON, the address bar and the typed language are three spellings of
 * this one tree; it is compiled to SQL (server/record) and matched in memory (match.ts), with the same result.
 */
export type Filter = { and: Filter[] } | { or: Filter[] } | { not: Filter } | Test;

/**
 * One question about one field. `field` is a path: "country", "company.country" (through a relation to one or many: any of
 * them). Tests of fields that share an `of` (see catalogue.ts) and stand side by side in one `and` ask about the same related row:
 * thesis = agents AND stance = against asks for one tag that is both.
 */
export type Test = { field: string; op: Operator; value: Value };

/**
 * `eq`, `in`: is it, is it one of. `lt` … `gte`: order, of numbers, days and instants. `within`: a period of time (period.ts).
 * `empty`: true when there is no value, false when there is one. `contains`: text holds this, case aside. `search`: all words
 * occur, as the search box finds them. `matches`: a phrase or regular expression, as tag rules read it. `any`: some related
 * record meets the filter that is the value.
 */
export const operators = [
  "eq",
  "in",
  "lt",
  "lte",
  "gt",
  "gte",
  "within",
  "empty",
  "contains",
  "search",
  "matches",
  "any",
] as const;
export type Operator = (typeof operators)[number];

export type Value = string | number | boolean | readonly string[] | readonly number[] | TextPattern | Filter;

/** Words that must occur, at places that are not part of something excepted. */
export type TextPattern = { pattern: Pattern; except?: readonly Pattern[] };

export type Pattern =
  /** `exact`: as written, capitals included, and no synonym in its stead. `open`: more letters may follow, as in agent*. */
  { phrase: string; exact?: boolean; open?: boolean } | { regex: string };

export function isTest(filter: Filter): filter is Test {
  return "field" in filter;
}

/** The same filter with each test, those of related records too, as `change` makes it. */
export function mapTests(filter: Filter, change: (test: Test) => Test): Filter {
  if ("and" in filter) return { and: filter.and.map((part) => mapTests(part, change)) };
  if ("or" in filter) return { or: filter.or.map((part) => mapTests(part, change)) };
  if ("not" in filter) return { not: mapTests(filter.not, change) };
  const { value } = filter;
  return change(isFilter(value) ? { ...filter, value: mapTests(value, change) } : filter);
}

export function isFilter(value: Value): value is Filter {
  return typeof value === "object" && ("and" in value || "or" in value || "not" in value || "field" in value);
}

export function isPattern(value: Value): value is TextPattern {
  return typeof value === "object" && "pattern" in value;
}

export function isList(value: Value): value is readonly string[] | readonly number[] {
  return Array.isArray(value);
}

/** How many groups, negations and tests stand within each other. */
export function depthOf(filter: Filter): number {
  if ("not" in filter) return 1 + depthOf(filter.not);
  if (isTest(filter)) return isFilter(filter.value) ? 1 + depthOf(filter.value) : 1;
  const parts = "and" in filter ? filter.and : filter.or;
  return 1 + Math.max(0, ...parts.map(depthOf));
}

/** All tests of a filter, those of related records after the one that asks for them. */
export function testsOf(filter: Filter): Test[] {
  if ("not" in filter) return testsOf(filter.not);
  if (isTest(filter)) return isFilter(filter.value) ? [filter, ...testsOf(filter.value)] : [filter];
  return ("and" in filter ? filter.and : filter.or).flatMap(testsOf);
}
