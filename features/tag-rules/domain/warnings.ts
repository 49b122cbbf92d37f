import { foldedWord } from "@/lib/filter/find-pattern";
import { areSame, normalOf } from "@/lib/filter/normal";
import { printFilter } from "@/lib/filter/print";
import { type Filter, isList, isPattern, isTest, type Test, testsOf } from "@/lib/filter/tree";
import { ruleCatalogue } from "./catalogue";
import { ruleDialect } from "./rule-text";

/**
 * What a rule's author may not have meant. `joiner`: a word such as 和 or "and", which is looked for like any other. `never`: parts
 * that no item meets at once. `near` is the part as it is typed.
 */
export const warnings = ["joiner", "never"] as const;
export type Warning = { warning: (typeof warnings)[number]; near: string };

const joiners = new Set([
  "和",
  "与",
  "及",
  "且",
  "并且",
  "以及",
  "或",
  "或者",
  "非",
  "不含",
  "and",
  "or",
  "not",
  "&",
  "+",
]);

export function warningsOf(rule: Filter): Warning[] {
  const filter = normalOf(rule, ruleCatalogue);
  return [
    ...(isTest(filter) ? [] : testsOf(filter).filter(isJoiner)).map(
      (test): Warning => ({ warning: "joiner", near: printed(test) }),
    ),
    ...contradictions(filter).map((part): Warning => ({ warning: "never", near: printed(part) })),
  ];
}

function isJoiner({ value }: Test): boolean {
  return isPattern(value) && "phrase" in value.pattern && joiners.has(foldedWord(value.pattern.phrase));
}

/** The parts that cannot be met, each the smallest that says so. */
function contradictions(filter: Filter): Filter[] {
  if (isTest(filter)) return exceptsItself(filter) ? [filter] : [];
  if ("not" in filter) return [];
  if ("or" in filter) return filter.or.flatMap(contradictions);
  const within = filter.and.flatMap(contradictions);
  const apart = filter.and.flatMap((one, at) =>
    filter.and
      .slice(at + 1)
      .filter((other) => excludes(one, other))
      .map((other) => ({ and: [one, other] })),
  );
  return [...within, ...apart];
}

/** 推理 EXCEPT 推理. */
function exceptsItself({ value }: Test): boolean {
  if (!isPattern(value) || !("phrase" in value.pattern)) return false;
  const own = foldedWord(value.pattern.phrase);
  return (value.except ?? []).some((one) => "phrase" in one && foldedWord(one.phrase) === own);
}

function excludes(one: Filter, other: Filter): boolean {
  if ("not" in one) return areSame(one.not, other, ruleCatalogue);
  if ("not" in other) return areSame(other.not, one, ruleCatalogue);
  if (!isTest(one) || !isTest(other) || one.field !== other.field || !singles.has(one.field)) return false;
  const [first, second] = [valuesOf(one), valuesOf(other)];
  return first !== null && second !== null && !first.some((value) => second.includes(value));
}

/** An item has one of each. */
const singles = new Set(["kind", "language", "source", "feed"]);

/** The values a test lets through, when it names them. */
function valuesOf({ op, value }: Test): string[] | null {
  if (op === "eq") return [foldedWord(String(value))];
  return op === "in" && isList(value) ? value.map((one) => foldedWord(String(one))) : null;
}

function printed(filter: Filter): string {
  return printFilter(filter, ruleCatalogue, "en", ruleDialect);
}
