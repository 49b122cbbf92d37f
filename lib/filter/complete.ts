import { type Catalogue, type CatalogueField, operatorsOf } from "./catalogue";
import { choiceIn, fieldCalled, folded, type Keyword, keywords, type Language, pathIn } from "./names";
import { parseFilter } from "./parse";
import { periodIn } from "./period";
import { printFilter } from "./print";
import { FilterError } from "./problems";
import { type Dialect, type Place, quotes, writtenAt } from "./tokens";
import type { Test } from "./tree";

/** What could stand at the cursor. */
export type Completion = {
  /** What an option takes the place of. */
  from: number;
  to: number;
  options: Option[];
  /** A field whose values only the server knows, and what was typed of one. */
  ask: { path: string; typed: string } | null;
};
export type Option = {
  kind: "field" | "value" | "operator";
  /** The text to put in, in the reader's language and in quotes where it needs them. */
  insert: string;
  label: string;
};

const maxOptions = 20;

/** The fields, values and operators that what is typed before the cursor can become. Half a text is the rule here. */
export function complete(text: string, cursor: number, catalogue: Catalogue, language: Language): Completion {
  const { at, named, ...place } = placeOf(text.slice(0, cursor), catalogue);
  // -the and >the begin as the does.
  const sign = named === null ? /^-?/ : /^[<>=≤≥＜＞＝]*/;
  const from = at + (sign.exec(text.slice(at, cursor))?.[0].length ?? 0);
  const word = text.slice(from, cursor);
  const inQuotes = quotes[word.charAt(0)] !== undefined;
  const typed = folded(inQuotes ? word.slice(1) : word);
  const options = named
    ? valueOptions(named.field, named.path, place.catalogue, language, typed)
    : inQuotes || (word === "" && /[^\s(（:：-]$/.test(text.slice(0, cursor)))
      ? []
      : [...fieldOptions(place.catalogue, language, typed), ...operatorOptions(word)];
  return {
    from,
    to: Math.max(cursor, endOf(text, from)),
    options: options.slice(0, maxOptions),
    ask: named && isAsked(named.field) ? { path: named.path, typed } : null,
  };
}

/** Are there values that only the server knows? */
function isAsked({ kind, choices }: CatalogueField): boolean {
  return (kind === "ref" || kind === "choice") && !choices;
}

/** The last place of a text where something is read. */
function placeOf(text: string, catalogue: Catalogue): Place {
  let last: Place = { at: 0, catalogue, named: null };
  const dialect: Dialect = { unknownField: "word", expects: (place) => (last = place) };
  try {
    parseFilter(text, catalogue, dialect);
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
  }
  return last;
}

/** The rest of the word that the cursor stands in is replaced with it; half a phrase goes to the end. */
function endOf(text: string, at: number): number {
  try {
    return writtenAt(text, at).end;
  } catch (error) {
    if (error instanceof FilterError) return text.length;
    throw error;
  }
}

function fieldOptions(catalogue: Catalogue, language: Language, typed: string): Option[] {
  const dot = typed.lastIndexOf(".");
  const through = dot === -1 ? null : fieldCalled(catalogue, typed.slice(0, dot));
  const fields = through === null ? catalogue.fields : (through?.field.related?.().fields ?? []);
  return fields
    .filter((field) => startsWith(namesOf(field), typed.slice(dot + 1)))
    .map(({ name, kind }) => {
      const label = pathIn(catalogue, through ? `${through.path}.${name}` : name, language);
      return { kind: "field", label, insert: `${label}:${kind === "relation" ? "(" : ""}` };
    });
}

function operatorOptions(typed: string): Option[] {
  const begun = typed === "" ? [] : ["AND", "OR", "NOT", "EXCEPT"].filter((one) => one.startsWith(typed));
  return begun.map((one) => ({ kind: "operator", label: one, insert: one }));
}

const periods = [
  "today",
  "yesterday",
  "this-week",
  "last-7-days",
  "last-30-days",
  "this-month",
  "last-month",
  "this-quarter",
  "this-year",
];

type Known = { op: Test["op"]; value: string | boolean; label: string; names: readonly string[] };

function valueOptions(
  field: CatalogueField,
  path: string,
  catalogue: Catalogue,
  language: Language,
  typed: string,
): Option[] {
  const name = `${pathIn(catalogue, path, language)}:`;
  return knownValues(field, language)
    .filter(({ label, names }) => startsWith([label, ...names], typed))
    .map(({ op, value, label }) => {
      const insert = printFilter({ field: path, op, value }, catalogue, language).slice(name.length);
      return { kind: "value", label, insert };
    });
}

function knownValues(field: CatalogueField, language: Language): Known[] {
  const keyword = (one: Keyword, op: Test["op"], value: string | boolean): Known => {
    const names = [...keywords[one].en, ...keywords[one].zh];
    return { op, value, label: keywords[one][language][0] ?? one, names };
  };
  const choices = (field.choices ?? []).map(
    (choice): Known => ({
      op: "eq",
      value: choice.value,
      label: choiceIn(field, choice.value, language),
      names: namesOf({ ...choice, name: choice.value }),
    }),
  );
  const isTime = field.kind === "day" || field.kind === "instant";
  return [
    ...choices,
    ...(field.person ? [keyword("me", "eq", "me")] : []),
    ...(field.kind === "flag" ? [keyword("yes", "eq", true), keyword("no", "eq", false)] : []),
    ...periods
      .filter(() => isTime)
      .map((value): Known => ({ op: "within", value, label: periodIn(value, language), names: [value] })),
    ...(operatorsOf(field).includes("empty")
      ? [keyword("none", "empty", true), keyword("any", "empty", false)]
      : []),
  ];
}

function namesOf({ name, names }: Pick<CatalogueField, "name" | "names">): string[] {
  return [name, ...names.en, ...names.zh];
}

function startsWith(names: readonly string[], typed: string): boolean {
  return names.some((name) => folded(name).startsWith(typed));
}
