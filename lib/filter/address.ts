import { type Catalogue, type CatalogueField, fieldAt, operatorsOf } from "./catalogue";
import { isKeyword, keywords } from "./names";
import { areSame, joined, normalOf } from "./normal";
import { parseFilter } from "./parse";
import { periodCalled } from "./period";
import { printFilter } from "./print";
import { FilterError } from "./problems";
import { type Filter, isList, isTest, type Operator, type Test } from "./tree";
import { anyOfThese, askedOf, valueOfText } from "./values";

/**
 * The spelling of a filter in an address: a parameter per field, by the field's name (thesis=agents,moe&stance=against&q=openai), and
 * `where` with the typed language for all that is not a plain list of values per field.
 */

/** A parameter that asks a field in a way of its own: from=2024-01-01 may ask published >= 2024-01-01. */
export type Alias = { param: string; field: string; op: Operator };

/** Part of an address that cannot be read. `at` counts characters within `where`. */
export type AddressProblem = {
  param: string;
  problem: FilterError["problem"];
  near: string;
  values: readonly string[];
  at: number | null;
};

/**
 * The filter in an address. Parameters of other names are somebody else's; empty ones ask nothing. What cannot be read is a
 * problem, and not a part of the filter.
 */
export function readAddress(
  params: Iterable<readonly [string, string]>,
  catalogue: Catalogue,
  aliases: readonly Alias[] = [],
): { filter: Filter; problems: AddressProblem[] } {
  const parts: Filter[] = [];
  const problems: AddressProblem[] = [];
  for (const [param, value] of byName(params)) {
    const asks = readerOf(param, catalogue, aliases);
    if (asks === null || value.trim() === "") continue;
    try {
      parts.push(asks(value));
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      const { problem, near, values, at } = error;
      problems.push({ param, problem, near, values, at: param === "where" ? at : null });
    }
  }
  return { filter: joined("and", parts), problems };
}

/** A parameter that is given twice asks for either, as one with a comma does; `where` asks for both. */
function byName(params: Iterable<readonly [string, string]>): [name: string, value: string][] {
  const found = new Map<string, string>();
  const where: [string, string][] = [];
  for (const [name, value] of params) {
    const before = found.get(name);
    if (name === "where") where.push([name, value]);
    else found.set(name, before === undefined ? value : `${before},${value}`);
  }
  return [...found, ...where];
}

function readerOf(
  param: string,
  catalogue: Catalogue,
  aliases: readonly Alias[],
): ((value: string) => Filter) | null {
  if (param === "where") return (text) => parseFilter(text, catalogue);
  const alias = aliases.find((one) => one.param === param);
  const field = fieldAt(catalogue, alias?.field ?? param);
  if (field === undefined) return null;
  if (alias) return (text) => aliased(text.trim(), alias, field);
  if (field.kind === "words" && operatorsOf(field).includes("search"))
    return (text) => ({ field: param, op: "search", value: text.trim() });
  if (field.kind === "words" || field.kind === "relation") return null;
  return (text) => anyOf(text, param, field);
}

function aliased(text: string, { field: path, op }: Alias, field: CatalogueField): Filter {
  if (op === "empty") {
    const empty = isKeyword(text, "yes");
    if (!empty && !isKeyword(text, "no")) throw new FilterError("notFlag", 0, text);
    return { field: path, op, value: empty };
  }
  if (field.kind !== "day" && field.kind !== "instant")
    return askedOf({ path, field }, { ...valueOfText(text, field), order: op });
  const period = periodCalled(text);
  if (period === null) throw new FilterError("notPeriod", 0, text);
  return { field: path, op, value: period };
}

function anyOf(text: string, path: string, field: CatalogueField): Filter {
  const values = text.split(",").filter((one) => one.trim() !== "");
  if (values.length === 0) throw new FilterError("missingValue", 0, path);
  return anyOfThese(
    { path, field },
    values.map((one) => askedOf({ path, field }, valueOfText(one.trim(), field))),
  );
}

/** The parameters of a filter, in its order, `where` last; none for a filter that asks nothing. */
export function writeAddress(
  filter: Filter,
  catalogue: Catalogue,
  aliases: readonly Alias[] = [],
): [param: string, value: string][] {
  const normal = normalOf(filter, catalogue);
  const found = new Map<string, string>();
  const rest: Filter[] = [];
  for (const part of "and" in normal ? normal.and : [normal]) {
    const pair = spellings(part, aliases).find(
      ([param, value]) => !found.has(param) && reads(param, value, part, catalogue, aliases),
    );
    if (pair) found.set(...pair);
    else rest.push(part);
  }
  if (rest.length > 0) found.set("where", printFilter({ and: rest }, catalogue, "en"));
  return [...found];
}

function spellings(filter: Filter, aliases: readonly Alias[]): [string, string][] {
  if (!isTest(filter)) return [];
  const { field, op } = filter;
  const value = textOf(filter);
  if (value === null) return [];
  const as = aliases.filter((one) => one.field === field && one.op === op);
  const own = op === "empty" ? keywords[filter.value === true ? "none" : "any"].en[0] : value;
  return [...as.map(({ param }): [string, string] => [param, value]), [field, `${signs[op] ?? ""}${own}`]];
}

const signs: Partial<Record<Operator, string>> = { lt: "<", lte: "<=", gt: ">", gte: ">=" };

function textOf({ value }: Test): string | null {
  if (isList(value)) return value.join(",");
  return typeof value === "object" ? null : String(value);
}

function reads(
  param: string,
  value: string,
  part: Filter,
  catalogue: Catalogue,
  aliases: readonly Alias[],
): boolean {
  const read = readAddress([[param, value]], catalogue, aliases);
  return read.problems.length === 0 && areSame(read.filter, part, catalogue);
}
