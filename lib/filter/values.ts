import { type CatalogueField, operatorsOf } from "./catalogue";
import { choiceCalled, isKeyword, type NamedField } from "./names";
import { joined } from "./normal";
import { isDay, periodCalled } from "./period";
import { FilterError } from "./problems";
import { afterSpace, type Dialect, hasWord, operatorAt, writtenAt } from "./tokens";
import { type Filter, isList, isTest, type Operator, type Test, type Value } from "./tree";

/** A value as it is written behind a field: company:"智谱 AI", amount:>=5. `quoted`: it is no keyword. */
export type Written = { at: number; end: number; text: string; quoted: boolean; order: Operator | null };

const orders: [spelling: string, op: Operator][] = [
  [">=", "gte"],
  ["<=", "lte"],
  ["≥", "gte"],
  ["≤", "lte"],
  ["＞＝", "gte"],
  ["＜＝", "lte"],
  [">", "gt"],
  ["<", "lt"],
  ["＞", "gt"],
  ["＜", "lt"],
  ["=", "eq"],
];

/** The value from a place on. Throws FilterError where there is none. `fieldAt`: where its field stands. */
export function valueAt(
  source: string,
  from: number,
  { field }: NamedField,
  fieldAt: number,
  dialect: Dialect,
): Written {
  const { op, at } = orderAt(source, afterSpace(source, from), field);
  const { text, end, quoted } = writtenAt(source, at);
  const bare = !quoted && op === null;
  if (text === "" || (bare && (operatorAt(source, at) || (text.startsWith("-") && field.kind !== "number"))))
    throw new FilterError("missingValue", fieldAt, field.name);
  if (bare && text.startsWith("/")) throw new FilterError("noPattern", at, text);
  const starred = quoted ? source.charAt(end) === "*" : text.endsWith("*");
  if (starred && !dialect.legacy) throw new FilterError("noPattern", at, `${text}${quoted ? "*" : ""}`);
  const value = (starred && !quoted ? text.slice(0, -1) : text).trim();
  if (!hasWord(value)) throw new FilterError("emptyPhrase", at, text);
  return {
    at,
    end: starred && quoted ? end + 1 : end,
    text: value,
    quoted: quoted || dialect.legacy !== undefined,
    order: op,
  };
}

/** A value that is a text of its own: commas, spaces and quotation marks are part of it. */
export function valueOfText(text: string, field: CatalogueField): Written {
  const { op, at } = orderAt(text, 0, field);
  return { at, end: text.length, text: text.slice(at).trim(), quoted: false, order: op };
}

/** The comparison at a place, if there is one, and where its value begins. */
function orderAt(
  source: string,
  start: number,
  { kind }: CatalogueField,
): { op: Operator | null; at: number } {
  const isOrdered = kind === "number" || kind === "day" || kind === "instant";
  const known = isOrdered ? orders : orders.slice(-1);
  const [spelling, op] = known.find(([one]) => source.startsWith(one, start)) ?? ["", null];
  const end = start + spelling.length;
  return { op, at: isOrdered ? afterSpace(source, end) : end };
}

/** What a field with a value asks. Throws FilterError for a value it cannot have. */
export function askedOf(named: NamedField, written: Written): Filter {
  const { field, path: name } = named;
  const operators = operatorsOf(field);
  const { text, quoted, order, at } = written;
  const plain = !quoted && order === null;
  const ask = (op: Operator, value: Value): Test => {
    if (!operators.includes(op)) throw new FilterError("noOperator", at, op, operators);
    return { field: name, op, value };
  };
  if (plain && operators.includes("empty")) {
    if (isKeyword(text, "none")) return ask("empty", true);
    if (isKeyword(text, "any")) return ask("empty", false);
  }
  switch (field.kind) {
    case "text":
      return ask(order === "eq" || !operators.includes("contains") ? "eq" : "contains", text);
    case "choice":
      return ask("eq", choiceOf(field, written));
    case "ref":
      return ask(
        "eq",
        plain && field.person && isKeyword(text, "me") ? "me" : (choiceCalled(field, text) ?? text),
      );
    case "flag":
      return ask("eq", flagOf(written));
    case "number":
      return order === null && text.includes("..")
        ? between(written, numberOf, ask)
        : ask(order ?? "eq", numberOf(text, at));
    case "day":
    case "instant":
      return timeOf(written, operators, ask);
    default:
      throw new FilterError("missingValue", at, field.name);
  }
}

type Ask = (op: Operator, value: Value) => Test;

function choiceOf(field: CatalogueField, { text, at }: Written): string {
  const value = choiceCalled(field, text) ?? (field.choices ? undefined : text);
  if (value === undefined)
    throw new FilterError(
      "unknownValue",
      at,
      text,
      field.choices?.map((one) => one.value),
    );
  return value;
}

function flagOf({ text, at }: Written): boolean {
  if (isKeyword(text, "yes")) return true;
  if (isKeyword(text, "no")) return false;
  throw new FilterError("notFlag", at, text);
}

function numberOf(text: string, at: number): number {
  const written = text.normalize("NFKC");
  const number = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
  if (!Number.isFinite(number)) throw new FilterError("notNumber", at, text);
  return number;
}

/** 2..5, with both ends; one of them may be left out. */
function between({ text, at }: Written, read: (text: string, at: number) => Value, ask: Ask): Filter {
  const [from = "", to = "", ...more] = text.split("..");
  // Reading it says what is wrong with it.
  if (more.length > 0) return ask("eq", read(text, at));
  if (to === "") return ask("gte", read(from, at));
  if (from === "") return ask("lte", read(to, at));
  return { and: [ask("gte", read(from, at)), ask("lte", read(to, at))] };
}

function timeOf(written: Written, operators: readonly Operator[], ask: Ask): Filter {
  const { text, at, order } = written;
  if (order === null && (text.startsWith("..") || text.endsWith("..")))
    return between(written, periodOf, ask);
  const period = periodOf(text, at);
  if (order !== null && order !== "eq") return ask(order, period);
  return isDay(period) && operators.includes("eq") ? ask("eq", period) : ask("within", period);
}

function periodOf(text: string, at: number): string {
  const period = periodCalled(text);
  if (period === null) throw new FilterError("notPeriod", at, text);
  return period;
}

/** thesis:(agents OR moe) is one test where each of its parts asks for a value. */
export function anyOfThese({ path, field }: NamedField, parts: Filter[]): Filter {
  const values = parts.map(valuesOf);
  if (parts.length === 1 || values.includes(null) || !operatorsOf(field).includes("in"))
    return joined("or", parts);
  const all = values.flatMap((some) => some ?? []);
  const texts = all.filter((one) => typeof one === "string");
  const numbers = all.filter((one) => typeof one === "number");
  return { field: path, op: "in", value: texts.length > 0 ? texts : numbers };
}

function valuesOf(filter: Filter): readonly (string | number)[] | null {
  if (!isTest(filter)) return null;
  const { op, value } = filter;
  if (op === "eq" && (typeof value === "string" || typeof value === "number")) return [value];
  return op === "in" && isList(value) ? value : null;
}
