import { type Catalogue, type CatalogueField, type Names, splitPath } from "./catalogue";

export type Language = keyof Names;

export type NamedField = { path: string; field: CatalogueField };

/** How names are compared: width and capitals aside. */
export function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/** The field a person means by a name or a path of names, in any language; undefined when none is called so. */
export function fieldCalled(catalogue: Catalogue, written: string): NamedField | undefined {
  const [first, rest] = splitPath(written);
  const field = withName(catalogue.fields, first);
  if (field === undefined || rest === null) return field && { path: field.name, field };
  const further = field.related && fieldCalled(field.related(), rest);
  return further && { path: `${field.name}.${further.path}`, field: further.field };
}

function withName(fields: readonly CatalogueField[], written: string): CatalogueField | undefined {
  const wanted = folded(written);
  return (
    fields.find(({ name }) => name === written) ??
    fields.find(({ name, names }) => [name, ...names.en, ...names.zh].some((one) => folded(one) === wanted))
  );
}

/** The value of a choice that a person calls so; undefined when none is. */
export function choiceCalled(field: Pick<CatalogueField, "choices">, written: string): string | undefined {
  const choices = field.choices ?? [];
  const wanted = folded(written);
  const exact = choices.find(({ value }) => value === written);
  const called = choices.find(({ value, names }) =>
    [value, ...names.en, ...names.zh].some((one) => folded(one) === wanted),
  );
  return (exact ?? called)?.value;
}

/** A path as it is written in a language: company.country, 公司.国家. */
export function pathIn(catalogue: Catalogue, path: string, language: Language): string {
  const [first, rest] = splitPath(path);
  const field = catalogue.fields.find(({ name }) => name === first);
  const name = field?.names[language][0];
  // A name that another field answers to, too, is no name for this one.
  const step = name && withName(catalogue.fields, name) === field ? name : first;
  return rest === null || !field?.related ? step : `${step}.${pathIn(field.related(), rest, language)}`;
}

/** What a language calls a value, as it is shown. */
export function choiceIn(field: CatalogueField, value: string, language: Language): string {
  return field.choices?.find((choice) => choice.value === value)?.names[language][0] ?? value;
}

/** All names fields go by, those of one language first. */
export function fieldNames(catalogue: Catalogue, language: Language = "en"): string[] {
  return catalogue.fields.map(({ name, names }) => names[language][0] ?? name);
}

/** Words that stand for a value of their own wherever a value is written without quotes. */
export const keywords = {
  none: { en: ["none"], zh: ["无"] },
  any: { en: ["any"], zh: ["有"] },
  yes: { en: ["yes", "true", "1"], zh: ["是"] },
  no: { en: ["no", "false", "0"], zh: ["否"] },
  me: { en: ["me"], zh: ["我"] },
} satisfies Record<string, Names>;
export type Keyword = keyof typeof keywords;

export function isKeyword(written: string, keyword: Keyword): boolean {
  const { en, zh } = keywords[keyword];
  return [...en, ...zh].includes(folded(written));
}
