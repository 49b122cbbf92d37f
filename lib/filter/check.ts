import { nearestOf } from "@/lib/text/nearest";
import { type Catalogue, type CatalogueField, operatorsOf, splitPath } from "./catalogue";
import { isDay, isPeriod } from "./period";
import { maxDepth, maxTests, type Problem, sentenceOf } from "./problems";
import { hasWord, quotes } from "./tokens";
import {
  depthOf,
  type Filter,
  isFilter,
  isList,
  isPattern,
  isTest,
  type Operator,
  type Pattern,
  type Test,
  testsOf,
  type Value,
} from "./tree";

/** What is wrong with a filter and where: `path` leads to it in the tree. */
export type FilterProblem = {
  problem: Problem;
  path: readonly (string | number)[];
  near: string;
  /** What could stand there instead. */
  values: readonly string[];
};

/** All that a record's catalogue cannot answer: no field, operator or value that is not there passes. */
export function checkFilter(
  filter: Filter,
  catalogue: Catalogue,
  isRegex: (source: string) => boolean = () => true,
): FilterProblem[] {
  if (depthOf(filter) > maxDepth) return [{ problem: "tooDeep", path: [], near: "", values: [] }];
  if (testsOf(filter).length > maxTests) return [{ problem: "tooMany", path: [], near: "", values: [] }];
  return problemsOf(filter, catalogue, [], isRegex);
}

/** For whoever reads the API. */
export function problemSentence({ problem, path, near, values }: FilterProblem): string {
  const where = path.length === 0 ? "" : `, at ${path.join(".")}`;
  return `${sentenceOf(problem, near, values)}${where}`;
}

type Path = readonly (string | number)[];
type IsRegex = (source: string) => boolean;

function problemsOf(filter: Filter, catalogue: Catalogue, path: Path, isRegex: IsRegex): FilterProblem[] {
  if ("not" in filter) return problemsOf(filter.not, catalogue, [...path, "not"], isRegex);
  if (isTest(filter)) return problemsOfTest(filter, catalogue, path, isRegex);
  const [kind, parts] = "and" in filter ? ["and", filter.and] : ["or", filter.or];
  // Nothing at all is asked of everything by { and: [] }; within a filter, or as OR, it is a slip.
  if (parts.length === 0 && (kind === "or" || path.length > 0))
    return [{ problem: "missingWord", path: [...path, kind], near: "", values: [] }];
  return parts.flatMap((part, at) => problemsOf(part, catalogue, [...path, kind, at], isRegex));
}

function problemsOfTest(test: Test, catalogue: Catalogue, path: Path, isRegex: IsRegex): FilterProblem[] {
  const found = stepTo(catalogue, test.field);
  if (!("field" in found)) {
    const near = nearestOf(found.missing, found.names);
    return [
      { problem: "unknownField", path: [...path, "field"], near: found.missing, values: near ? [near] : [] },
    ];
  }
  const { field } = found;
  const operators = operatorsOf(field);
  if (!operators.includes(test.op))
    return [{ problem: "noOperator", path: [...path, "op"], near: test.op, values: operators }];
  if (isFilter(test.value) && test.op === "any")
    return problemsOf(test.value, field.related?.() ?? catalogue, [...path, "value"], isRegex);
  const wrong = valueProblem(field, test.op, test.value, isRegex);
  return wrong === null ? [] : [{ values: [], ...wrong, path: [...path, "value"] }];
}

type Found = { field: CatalogueField } | { missing: string; names: string[] };

/** The field at the end of a path, or the first step that is not there. */
function stepTo(catalogue: Catalogue, path: string): Found {
  const [first, rest] = splitPath(path);
  const field = catalogue.fields.find(({ name }) => name === first);
  if (!field || (rest !== null && !field.related))
    return {
      missing: field ? (rest ?? "") : first,
      names: field ? [] : catalogue.fields.map(({ name }) => name),
    };
  return rest === null || !field.related ? { field } : stepTo(field.related(), rest);
}

type Wrong = { problem: Problem; near: string; values?: readonly string[] } | null;

function valueProblem(field: CatalogueField, op: Operator, value: Value, isRegex: IsRegex): Wrong {
  const near = typeof value === "object" ? "" : String(value);
  const unless = (good: boolean, problem: Problem = "wrongValue"): Wrong => (good ? null : { problem, near });
  if (op === "empty") return unless(typeof value === "boolean", "notFlag");
  if (op === "matches")
    return isPattern(value)
      ? patternProblem([value.pattern, ...(value.except ?? [])], isRegex)
      : unless(false);
  if (op === "any") return unless(false);
  if (op === "in") {
    if (!isList(value) || value.length === 0) return unless(false);
    return (
      [...value].map((one) => valueProblem(field, "eq", one, isRegex)).find((one) => one !== null) ?? null
    );
  }
  switch (field.kind) {
    case "number":
      return unless(typeof value === "number" && Number.isFinite(value), "notNumber");
    case "flag":
      return unless(typeof value === "boolean", "notFlag");
    case "day":
    case "instant":
      if (op === "eq") return unless(typeof value === "string" && isDay(value), "notDay");
      return unless(typeof value === "string" && isPeriod(value), "notPeriod");
    default:
      return typeof value === "string" ? textProblem(field, value) : unless(false);
  }
}

function textProblem(field: CatalogueField, text: string): Wrong {
  if (field.kind === "choice" && field.choices && !field.choices.some(({ value }) => value === text))
    return { problem: "unknownValue", near: text, values: field.choices.map(({ value }) => value) };
  if (!hasWord(text)) return { problem: "emptyPhrase", near: text };
  return Object.values(quotes).every((quote) => text.includes(quote))
    ? { problem: "unwritable", near: text }
    : null;
}

function patternProblem(patterns: readonly Pattern[], isRegex: IsRegex): Wrong {
  for (const pattern of patterns) {
    if ("regex" in pattern) {
      if (!isRegex(pattern.regex)) return { problem: "badRegex", near: pattern.regex };
    } else {
      const { phrase } = pattern;
      if (!hasWord(phrase)) return { problem: "emptyPhrase", near: phrase };
      if (Object.values(quotes).every((quote) => phrase.includes(quote)))
        return { problem: "unwritable", near: phrase };
    }
  }
  return null;
}
