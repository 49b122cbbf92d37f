import { asTyped, namesAt } from "@/i18n/field-names";
import type { Catalogue, CatalogueField, Names } from "@/lib/filter/catalogue";
import { type Field, otherSide, type RecordOf } from "./record";

const known = new WeakMap<RecordOf, Catalogue>();

/** What the filter language needs to know of a record, with the names of its fields in both languages. */
export function catalogueOf(of: RecordOf): Catalogue {
  const before = known.get(of);
  if (before) return before;
  const fields = Object.entries(of.fields).filter(([, field]) => field.filterable !== false);
  const made: Catalogue = {
    record: of.name,
    fields: fields.map(([name, field]) => catalogued(of, name, field)),
    words: of.words === undefined ? null : { field: of.words, op: "search" },
  };
  known.set(of, made);
  return made;
}

function catalogued(of: RecordOf, name: string, field: Field): CatalogueField {
  const other = otherSide(of, field);
  const { en, zh } = asTyped(namesAt(of.name, name));
  const shown = field.shown === undefined ? [] : [field.shown];
  return {
    name,
    kind: field.kind,
    names: { en: [...en, ...shown], zh },
    optional: field.optional ?? false,
    ...("of" in field && { of: field.of }),
    ...(field.kind === "choice" && field.values && { choices: choicesOf(field, field.values) }),
    ...(field.kind === "ref" && other?.people && { person: true }),
    ...(other && { related: () => catalogueOf(other) }),
  };
}

type Choice = Extract<Field, { kind: "choice" }>;

function choicesOf({ names }: Choice, values: readonly string[]): { value: string; names: Names }[] {
  return values.map((value) => ({ value, names: valueNames(names, value) }));
}

/** What a value is called in both languages; nothing where nobody named it. */
export function valueNames(names: Choice["names"], value: string): Names {
  if (names === undefined) return { en: [], zh: [] };
  if (typeof names === "string") return namesAt("values", names, value);
  return { en: [names(value, "en")], zh: [names(value, "zh")] };
}
