import { isRegex } from "@/lib/filter/find-pattern";
import { areSame } from "@/lib/filter/normal";
import { parseFilter, parseWithRefs, type RefName } from "@/lib/filter/parse";
import { printFilter } from "@/lib/filter/print";
import { FilterError } from "@/lib/filter/problems";
import type { Dialect } from "@/lib/filter/tokens";
import { type Filter, isTest } from "@/lib/filter/tree";
import { ruleCatalogue } from "./catalogue";

/** In a rule GPT:4 is a word. It may ask for as many words as its length lets it. */
export const ruleDialect: Dialect = { unknownField: "word", isRegex };

/** What a rule's text asks, and the feeds and companies it names. Throws FilterError. */
export function readRule(text: string): { filter: Filter; refs: RefName[] } {
  const read = parseWithRefs(text, ruleCatalogue, ruleDialect);
  if ("and" in read.filter && read.filter.and.length === 0) throw new FilterError("empty", 0);
  if (!restrains(read.filter)) throw new FilterError("onlyNot", 0);
  return read;
}

/** Is there something an item must have? A rule of nothing but NOT would tag nearly everything. */
function restrains(filter: Filter): boolean {
  if ("not" in filter) return false;
  if (isTest(filter)) return filter.op !== "empty" || filter.value === false;
  return "and" in filter ? filter.and.some(restrains) : filter.or.every(restrains);
}

/** The text to show and edit: as it was typed while that says what is stored, else the stored filter in print. */
export function ruleText(typed: string, stored: Filter): string {
  return says(typed, stored) ? typed : printFilter(stored, ruleCatalogue, "en", ruleDialect);
}

function says(text: string, filter: Filter): boolean {
  try {
    return areSame(readRule(text).filter, filter, ruleCatalogue);
  } catch (error) {
    if (error instanceof FilterError) return false;
    throw error;
  }
}

/** The fields there were while a rule was stored as its text alone. */
const firstFields = ["title", "text", "feed", "company", "language", "kind"];

/** What a rule asks that was stored as text alone: as it was understood then. Throws FilterError. */
export function readFirstRule(text: string): Filter {
  return parseFilter(text, ruleCatalogue, { ...ruleDialect, legacy: { names: firstFields } });
}
