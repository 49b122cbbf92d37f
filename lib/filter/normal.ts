import { type Catalogue, fieldAt } from "./catalogue";
import { choiceCalled } from "./names";
import { isDay } from "./period";
import { type Filter, isFilter, isList, isPattern, type Pattern, type Test, type TextPattern } from "./tree";

/**
 * The one way to write a filter among those that mean the same: no group within a group of its kind, none of one part, no `in` of
 * one value. What is parsed is normal, and what is normal is parsed from its print again.
 */
export function normalOf(filter: Filter, catalogue: Catalogue): Filter {
  if ("and" in filter)
    return joined(
      "and",
      filter.and.map((part) => normalOf(part, catalogue)),
    );
  if ("or" in filter)
    return joined(
      "or",
      filter.or.map((part) => normalOf(part, catalogue)),
    );
  if ("not" in filter) return { not: normalOf(filter.not, catalogue) };
  return normalTest(filter, catalogue);
}

/** Do both ask the same in the same words? However their keys are ordered: a database keeps no order. */
export function areSame(one: Filter, other: Filter, catalogue: Catalogue): boolean {
  return JSON.stringify(normalOf(one, catalogue)) === JSON.stringify(normalOf(other, catalogue));
}

/** Parts side by side, or one of them: those of a group of the same kind are its own, and one alone needs no group. */
export function joined(kind: "and" | "or", parts: readonly Filter[]): Filter {
  const flat = parts.flatMap((part) => {
    if (kind === "and") return "and" in part ? part.and : [part];
    return "or" in part ? part.or : [part];
  });
  const [only] = flat;
  if (only !== undefined && flat.length === 1) return only;
  return kind === "and" ? { and: flat } : { or: flat };
}

function normalTest({ field: path, op, value }: Test, catalogue: Catalogue): Test {
  const field = fieldAt(catalogue, path);
  const [only] = isList(value) ? value : [];
  if (op === "in" && isList(value) && only !== undefined && value.length === 1)
    return normalTest({ field: path, op: "eq", value: only }, catalogue);
  if (op === "within" && field?.kind === "day" && typeof value === "string" && isDay(value))
    return { field: path, op: "eq", value };
  if (isFilter(value)) {
    const inner = normalOf(value, field?.related?.() ?? catalogue);
    return "and" in inner && inner.and.length === 0
      ? { field: path, op: "empty", value: false }
      : { field: path, op, value: inner };
  }
  const called = (one: string) => (field && choiceCalled(field, one.trim())) ?? one.trim();
  if (typeof value === "string") return { field: path, op, value: called(value) };
  if (isList(value)) return { field: path, op, value: textsOf(value)?.map(called) ?? value };
  return { field: path, op, value: isPattern(value) ? normalPattern(value) : value };
}

function textsOf(values: readonly string[] | readonly number[]): string[] | null {
  const texts = [...values].filter((one) => typeof one === "string");
  return texts.length === values.length ? texts : null;
}

function normalPattern({ pattern, except = [] }: TextPattern): TextPattern {
  return except.length === 0
    ? { pattern: normalOne(pattern) }
    : { pattern: normalOne(pattern), except: except.map(normalOne) };
}

function normalOne(pattern: Pattern): Pattern {
  // A slash needs no backslash but in print.
  if ("regex" in pattern)
    return { regex: pattern.regex.replace(/\\([\s\S])/g, (pair, one) => (one === "/" ? one : pair)) };
  const { phrase, exact, open } = pattern;
  return { phrase: phrase.trim(), ...(exact ? { exact } : {}), ...(open ? { open } : {}) };
}
