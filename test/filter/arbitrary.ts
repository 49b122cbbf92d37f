import fc from "fast-check";
import { type Catalogue, type CatalogueField, operatorsOf } from "@/lib/filter/catalogue";
import { isRegex } from "@/lib/filter/find-pattern";
import { hasWord } from "@/lib/filter/tokens";
import type { Filter, Operator, Pattern, Test, Value } from "@/lib/filter/tree";

/** Texts that look like the language itself: what must be put in quotes, and what must not. */
const pieces = fc.constantFrom(
  ..."a b OpenAI 智谱 OR AND NOT EXCEPT - -x = =x / /x/ * ( ) （ ） : ： thesis: 立场： https://x.example/a?b=c ' “ ” 「 」 \" none any me 我 yes 无 2024 2024-02-16 .. > < >= , . 5 -5 1e3 İ ＭｏＥ é 🙂 \n".split(
    " ",
  ),
);
const closers = ['"', "”", "」"];
export const text = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join("").trim())
  .filter((one) => hasWord(one) && !closers.every((quote) => one.includes(quote)));

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const named = fc.constantFrom(
  "today",
  "yesterday",
  "tomorrow",
  "this-week",
  "last-month",
  "next-quarter",
  "this-year",
  "last-30-days",
  "last-6-weeks",
  "next-2-months",
  "last-1-years",
);
const fixed = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([one, length]) => one.slice(0, length));
const period = fc.oneof(
  named,
  fixed,
  fc.tuple(named, fc.oneof(named, fixed)).map((ends) => ends.join("..")),
  fc
    .tuple(fixed, fixed)
    .map((ends) => ends.sort().join(".."))
    .filter((one) => !one.startsWith(one.split("..")[1] ?? "") || one.split("..")[0] === one.split("..")[1]),
);

export const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  fc.record({ phrase: text }),
  fc.record({ phrase: text, exact: fc.constant(true), open: fc.boolean() }),
  fc.record({ phrase: text, open: fc.constant(true) }),
  fc.record({
    regex: fc.oneof(fc.constantFrom("a/b", "a\\/b", "\\\\/", "(x|y)*", '\\d+ "x"'), text).filter(isRegex),
  }),
);

function scalar(field: CatalogueField, values: Known): fc.Arbitrary<string | number | boolean> {
  const known = values[field.name];
  if (known) return fc.constantFrom(...known);
  if (field.kind === "choice" && field.choices)
    return fc.constantFrom(...field.choices.map(({ value }) => value));
  if (field.kind === "number")
    return fc.oneof(
      fc.integer({ min: -3, max: 9 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
    );
  if (field.kind === "flag") return fc.boolean();
  if (field.kind === "day") return day;
  return fc.oneof(
    text,
    fc.constant("me"),
    fc.constantFrom(...(field.choices ?? [{ value: "x" }]).map(({ value }) => value)),
  );
}

/** Values to be asked for, by the field's name, so that something is found. */
export type Known = Readonly<Record<string, readonly (string | number)[]>>;

function valueFor(field: CatalogueField, op: Operator, depth: number, values: Known): fc.Arbitrary<Value> {
  if (op === "empty") return fc.boolean();
  if (op === "any")
    return filterOf(field.related?.() ?? { record: "", fields: [], words: null }, depth - 1, values);
  if (op === "matches") return fc.record({ pattern, except: fc.array(pattern, { maxLength: 2 }) });
  if (op === "in")
    return field.kind === "number"
      ? fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 })
      : fc.array(scalar(field, values).map(String), { minLength: 1, maxLength: 3 });
  const isTime = field.kind === "day" || field.kind === "instant";
  return isTime && op !== "eq" ? period : scalar(field, values);
}

function testOf(catalogue: Catalogue, depth: number, values: Known): fc.Arbitrary<Test> {
  const own = catalogue.fields.flatMap((field) =>
    operatorsOf(field)
      .filter((op) => op !== "any" || depth > 0)
      .map((op) => valueFor(field, op, depth, values).map((value) => ({ field: field.name, op, value }))),
  );
  const through = catalogue.fields.flatMap(({ name, related }) =>
    related && depth > 1
      ? [testOf(related(), depth - 2, values).map((test) => ({ ...test, field: `${name}.${test.field}` }))]
      : [],
  );
  return fc.oneof(...own, ...through);
}

/** Any filter of a record that is right: as it may come in as JSON, normal or not. */
export function filterOf(catalogue: Catalogue, depth: number, values: Known = {}): fc.Arbitrary<Filter> {
  const test: fc.Arbitrary<Filter> = testOf(catalogue, depth, values);
  if (depth <= 0) return test;
  const inner = filterOf(catalogue, depth - 1, values);
  const group = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: test },
    { weight: 2, arbitrary: group.map((and) => ({ and })) },
    { weight: 2, arbitrary: group.map((or) => ({ or })) },
    { weight: 1, arbitrary: inner.map((not) => ({ not })) },
  );
}
