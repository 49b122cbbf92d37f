import { type Catalogue, fieldAt } from "./catalogue";
import { choiceIn, keywords, type Language, pathIn } from "./names";
import { areSame, normalOf } from "./normal";
import { parseFilter } from "./parse";
import { periodIn } from "./period";
import { FilterError } from "./problems";
import { type Dialect, quotes } from "./tokens";
import { type Filter, isFilter, isList, isPattern, type Operator, type Pattern, type Test } from "./tree";

type Around = "nothing" | "or" | "and" | "not";

/**
 * A filter as a person would type it, in a language: parsed again it is the same (its normal form, see normal.ts). `dialect`: how
 * it will be read.
 */
export function printFilter(
  filter: Filter,
  catalogue: Catalogue,
  language: Language,
  dialect: Dialect = { unknownField: "mistake" },
): string {
  const printer = { catalogue, language, dialect };
  return written(normalOf(filter, catalogue), "nothing", printer);
}

type Printer = { catalogue: Catalogue; language: Language; dialect: Dialect };

function written(filter: Filter, around: Around, printer: Printer): string {
  if ("and" in filter) {
    const text = filter.and.map((part) => written(part, "and", printer)).join(" ");
    return around === "not" ? `(${text})` : text;
  }
  if ("or" in filter) {
    const text = filter.or.map((part) => written(part, "or", printer)).join(" OR ");
    return around === "nothing" ? text : `(${text})`;
  }
  if ("not" in filter) return `-${written(filter.not, "not", printer)}`;
  return testWritten(filter, printer);
}

function testWritten(test: Test, printer: Printer): string {
  const { catalogue, language } = printer;
  const name = `${pathIn(catalogue, test.field, language)}:`;
  if (isFilter(test.value)) {
    const related = { ...printer, catalogue: fieldAt(catalogue, test.field)?.related?.() ?? catalogue };
    return `${name}(${written(test.value, "nothing", related)})`;
  }
  const value = valueWritten(test, name, printer);
  // The field that words are looked for in anyway needs no name.
  return reads(value, test, printer) ? value : name + value;
}

/** What stands behind the name of the field: of its spellings the plainest that is read as this test. */
function valueWritten(test: Test, name: string, printer: Printer): string {
  const { value } = test;
  if (isList(value)) {
    const each = value.map((one) => valueWritten({ ...test, op: "eq", value: one }, name, printer));
    return `(${each.join(" OR ")})`;
  }
  if (isPattern(value) && value.except) {
    const one = (pattern: Pattern) => valueWritten({ ...test, value: { pattern } }, name, printer);
    const except = value.except.map(one).join(" OR ");
    return `${one(value.pattern)} EXCEPT ${value.except.length > 1 ? `(${except})` : except}`;
  }
  const all = spellings(test, printer);
  return all.find((spelling) => reads(name + spelling, test, printer)) ?? all.at(-1) ?? "";
}

function reads(text: string, test: Test, { catalogue, dialect }: Printer): boolean {
  try {
    return areSame(parseFilter(text, catalogue, dialect), test, catalogue);
  } catch (error) {
    if (error instanceof FilterError) return false;
    throw error;
  }
}

const signs: Partial<Record<Operator, string>> = { lt: "<", lte: "<=", gt: ">", gte: ">=" };

function spellings({ field: path, op, value }: Test, { catalogue, language }: Printer): string[] {
  if (op === "empty") return [...keywords[value === true ? "none" : "any"][language]];
  if (typeof value === "boolean") return [...keywords[value ? "yes" : "no"][language]];
  const sign = signs[op] ?? "";
  if (typeof value === "number") return [`${sign}${value}`];
  if (typeof value === "string") {
    const field = fieldAt(catalogue, path);
    const me = field?.person && value === "me" ? keywords.me[language] : [];
    const period = field?.kind === "day" || field?.kind === "instant" ? [periodIn(value, language)] : [];
    const named = field ? quoted(choiceIn(field, value, language)) : [];
    const all = [...me, ...period, ...named, ...quoted(value)].map((one) => sign + one);
    return [...all, ...all.map((one) => `=${one}`)];
  }
  return isPattern(value) ? patternSpellings(value.pattern) : [];
}

function patternSpellings(pattern: Pattern): string[] {
  if ("regex" in pattern)
    return [`/${pattern.regex.replace(/\\[\s\S]|\//g, (one) => (one === "/" ? "\\/" : one))}/`];
  const { phrase, exact, open } = pattern;
  return quoted(phrase).map((one) => `${exact ? "=" : ""}${one}${open ? "*" : ""}`);
}

function quoted(text: string): string[] {
  return [text, ...Object.entries(quotes).map(([opening, closing]) => opening + text + closing)];
}
