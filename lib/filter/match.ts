import { indexTerms, meetsSearch, searchQuery } from "@/lib/text/search-terms";
import { type SearchedText, type Span, searchedText } from "@/lib/text/searched-text";
import { type Catalogue, type CatalogueField, splitPath } from "./catalogue";
import { type Asker, comparison, type Scalar } from "./compare";
import { type Finder, finderOf } from "./find-pattern";
import { normalOf } from "./normal";
import { type Filter, isFilter, isPattern, isTest, type Test, type TextPattern } from "./tree";

/**
 * What a filter means, as it is matched in memory; its SQL (server/record) finds the same.
 *
 * - A test is true when some value that the record has for the field meets it. So of what has no value every test is false but
 *   `empty: true`, and NOT of a test is true.
 * - A path asks the related records: some of them meets the test.
 * - Tests of fields that share an `of` and stand side by side in one `and` are met when one row meets all of them. A test under
 *   `or` or `not` stands alone, and so does one through a path. A group is taken in its normal form (normal.ts): an `and` within
 *   an `and` is the same one, and a group of one is what is in it.
 * - `empty: true` is NOT `empty: false`, always, and so stands alone; `empty: false` asks for some value.
 * - Text is compared after NFKC, capitals aside. Instants are compared by the days of the workspace's zone: `gte` a period is from
 *   its first day on, `gt` from the day after its last, `lt` before its first, `lte` up to its last.
 */

/** A record, or a row of it, as filters read it. Days are YYYY-MM-DD, instants ISO 8601. */
export type Subject = {
  /** All values it has for a field, none when it has none. Not asked for fields of an `of` where there are `rows`. */
  values: (field: string) => readonly Scalar[];
  /** The rows behind the fields that share this `of`. */
  rows?: (of: string) => readonly Subject[];
  related?: (field: string) => readonly Subject[];
  /** Texts made ready once for many filters; else they are made of the values. */
  texts?: (field: string) => readonly SearchedText[];
};

export type Environment = Asker & {
  /** Words that stand for each other where words are matched. */
  synonyms?: readonly (readonly string[])[];
};

/** The words that met the filter, as the record writes them, in their order; null when it does not meet it. */
export type Matcher = (subject: Subject) => string[] | null;

export function match(
  filter: Filter,
  catalogue: Catalogue,
  subject: Subject,
  environment: Environment,
): boolean {
  return matcherOf(filter, catalogue, environment)(subject) !== null;
}

/** A filter made ready for many records. It must have been checked: what is not in the catalogue is met by nothing. */
export function matcherOf(filter: Filter, catalogue: Catalogue, environment: Environment): Matcher {
  return compiled(normalOf(filter, catalogue), catalogue, environment);
}

function compiled(filter: Filter, catalogue: Catalogue, environment: Environment): Matcher {
  if ("or" in filter) return someOf(filter.or.map((part) => compiled(part, catalogue, environment)));
  if ("not" in filter) return notOf(compiled(filter.not, catalogue, environment));
  return everyOf("and" in filter ? filter.and : [filter], catalogue, environment);
}

/** All that meet it speak, not the first alone: their words are the reason that is shown. */
function someOf(parts: Matcher[]): Matcher {
  return (subject) => {
    const found = parts.map((part) => part(subject)).filter((words) => words !== null);
    return found.length === 0 ? null : found.flat();
  };
}

function notOf(part: Matcher): Matcher {
  return (subject) => (part(subject) === null ? [] : null);
}

function everyOf(filters: Filter[], catalogue: Catalogue, environment: Environment): Matcher {
  const byRow = new Map<string, Matcher[]>();
  const parts: Matcher[] = [];
  for (const filter of filters) {
    if (!isTest(filter)) parts.push(compiled(filter, catalogue, environment));
    else if (asksForNone(filter))
      parts.push(notOf(compiled({ ...filter, value: false }, catalogue, environment)));
    else {
      const of = fieldOf(catalogue, filter.field)?.of;
      const test = testOf(filter, catalogue, environment);
      const beside = of === undefined ? undefined : byRow.get(of);
      if (of === undefined) parts.push(test);
      else if (beside) beside.push(test);
      else {
        const tests = [test];
        byRow.set(of, tests);
        const row = allOf(tests);
        parts.push((subject) => someMeets(subject.rows?.(of) ?? [subject], row));
      }
    }
  }
  return allOf(parts);
}

function asksForNone({ op, value }: Test): boolean {
  return op === "empty" && value === true;
}

function fieldOf(catalogue: Catalogue, name: string): CatalogueField | undefined {
  return catalogue.fields.find((field) => field.name === name);
}

function allOf(parts: readonly Matcher[]): Matcher {
  return (subject) => {
    const words: string[] = [];
    for (const part of parts) {
      const found = part(subject);
      if (found === null) return null;
      words.push(...found);
    }
    return words;
  };
}

function someMeets(subjects: readonly Subject[], matcher: Matcher): string[] | null {
  const found = subjects.map(matcher).filter((words) => words !== null);
  return found.length === 0 ? null : found.flat();
}

function testOf(test: Test, catalogue: Catalogue, environment: Environment): Matcher {
  const [first, rest] = splitPath(test.field);
  const field = fieldOf(catalogue, first);
  const related = field?.related?.();
  if (field === undefined || (rest !== null && related === undefined)) return () => null;
  if (rest !== null && related !== undefined) {
    const inner = compiled({ ...test, field: rest }, related, environment);
    return (subject) => someMeets(subject.related?.(first) ?? [], inner);
  }
  const { op, value } = test;
  if (isFilter(value)) {
    const inner = related === undefined ? () => null : compiled(value, related, environment);
    return (subject) => someMeets(subject.related?.(first) ?? [], inner);
  }
  if (field.kind === "relation")
    return (subject) => ((subject.related?.(first) ?? []).length > 0 ? [] : null);
  if (isPattern(value)) return patternIn(first, value, environment.synonyms ?? []);
  if (op === "search") return searched(first, String(value));
  const meets = comparison(field, test, environment);
  return (subject) => (subject.values(first).some(meets) ? [] : null);
}

/** As the search box finds it: in all its texts together. */
function searched(field: string, words: string): Matcher {
  const query = searchQuery(words);
  if (query === null) return () => null;
  return (subject) => {
    const terms = new Set(subject.values(field).flatMap((text) => indexTerms(String(text))));
    return meetsSearch(terms, query) ? [] : null;
  };
}

function patternIn(
  field: string,
  { pattern, except = [] }: TextPattern,
  synonyms: readonly (readonly string[])[],
): Matcher {
  const finder = finderOf(pattern, synonyms);
  const exceptions = except.map((one) => finderOf(one, synonyms));
  return (subject) => {
    const texts = subject.texts?.(field) ?? subject.values(field).map((one) => searchedText(String(one)));
    const words = texts.flatMap((text) =>
      outside(finder(text), exceptions, text).map(({ start, end }) => text.plain.slice(start, end)),
    );
    return words.length === 0 ? null : words;
  };
}

/** The places that are not part of something excepted. */
function outside(spans: Span[], except: readonly Finder[], text: SearchedText): Span[] {
  if (spans.length === 0 || except.length === 0) return spans;
  const excepted = except.flatMap((finder) => finder(text));
  return spans.filter(({ start, end }) => !excepted.some((one) => one.start <= start && end <= one.end));
}
