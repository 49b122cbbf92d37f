import type { Operator } from "./tree";

/** What kind of value a field has; it says which operators there are (operatorsOf) and how a value is written. */
export const fieldKinds = [
  /** Free text: eq, contains. */
  "text",
  /** A whole text, searched as the search box does (search) or, where `only` says so, as tag rules do (matches). */
  "words",
  /** One of a few values with names: eq, in. */
  "choice",
  /** Another record or person, by id, slug or name; "me" where the field is of people: eq, in. */
  "ref",
  /** A number, in the unit its label names: eq, in, lt, lte, gt, gte. */
  "number",
  /** A calendar day: eq, lt, lte, gt, gte, within. */
  "day",
  /** An instant, asked for by days of the workspace's zone: lt, lte, gt, gte, within. */
  "instant",
  /** Yes or no: eq. */
  "flag",
  /** Related records, asked about with a filter of their own: any. Also a step of a path. */
  "relation",
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Spellings a person may type, in any language; the first of the reader's language is the one printed. */
export type Names = { en: readonly string[]; zh: readonly string[] };

export type CatalogueField = {
  /** The name in JSON, in addresses and in REST. */
  name: string;
  kind: FieldKind;
  names: Names;
  /** May it have no value? Then `empty` is an operator too. */
  optional: boolean;
  /** Fields with the same `of` ask about the same related row when they stand side by side. */
  of?: string;
  /** The values there are, with their names; for "choice", and for "ref" where they are few. */
  choices?: readonly { value: string; names: Names }[];
  /** For "relation", and for a "ref" that paths go through: the fields on the other side. */
  related?: () => Catalogue;
  /** For "ref": is it a person, so that "me" is a value? */
  person?: boolean;
  /** These operators in place of those of its kind. */
  only?: readonly Operator[];
};

/**
 * The fields one record can be filtered by: all that the language needs to know of it. `words`: the field that a bare word
 * asks about, and how (`search` in lists, `matches` in tag rules).
 */
export type Catalogue = {
  record: string;
  fields: readonly CatalogueField[];
  words: { field: string; op: "search" | "matches" } | null;
};

const byKind: Record<FieldKind, readonly Operator[]> = {
  text: ["eq", "in", "contains"],
  words: ["search"],
  choice: ["eq", "in"],
  ref: ["eq", "in"],
  number: ["eq", "in", "lt", "lte", "gt", "gte"],
  day: ["eq", "lt", "lte", "gt", "gte", "within"],
  instant: ["lt", "lte", "gt", "gte", "within"],
  flag: ["eq"],
  relation: ["any"],
};

export function operatorsOf({ kind, only, optional }: CatalogueField): readonly Operator[] {
  const own = only ?? byKind[kind];
  return optional || kind === "relation" ? [...own, "empty"] : own;
}

/** The field at the end of a path of field names; undefined where there is none. */
export function fieldAt(catalogue: Catalogue, path: string): CatalogueField | undefined {
  const [first, rest] = splitPath(path);
  const field = catalogue.fields.find(({ name }) => name === first);
  if (field === undefined || rest === null) return field;
  return field.related && fieldAt(field.related(), rest);
}

/** The first step of a path, and what follows it. */
export function splitPath(path: string): [first: string, rest: string | null] {
  const dot = path.indexOf(".");
  return dot === -1 ? [path, null] : [path.slice(0, dot), path.slice(dot + 1)];
}
