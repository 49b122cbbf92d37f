import type { Catalogue } from "./catalogue";
import type { Language } from "./names";
import { normalOf } from "./normal";
import { printFilter } from "./print";
import type { Filter } from "./tree";

/** One of the things a filter asks side by side, as a person would type it; and the filter's text without it. */
export type FilterPart = { text: string; rest: string };

export function partsOf(filter: Filter, catalogue: Catalogue, language: Language): FilterPart[] {
  const normal = normalOf(filter, catalogue);
  const parts = "and" in normal ? normal.and : [normal];
  return parts.map((part, at) => ({
    text: printFilter(part, catalogue, language),
    rest: printFilter({ and: parts.filter((_, other) => other !== at) }, catalogue, language),
  }));
}
