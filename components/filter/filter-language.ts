import { writeAddress } from "@/lib/filter/address";
import type { Catalogue } from "@/lib/filter/catalogue";
import { type Completion, complete } from "@/lib/filter/complete";
import type { Language } from "@/lib/filter/names";
import { parseFilter } from "@/lib/filter/parse";
import { unpackCatalogue } from "@/lib/filter/portable";
import { printFilter } from "@/lib/filter/print";
import { FilterError } from "@/lib/filter/problems";
import type { FilterLanguage, FilterOption } from "./filter-definitions";

/** The filter language as the box uses it; arrives with the first focus. */
export class BoxLanguage {
  private readonly catalogue: Catalogue;

  constructor(
    private readonly fields: FilterLanguage,
    private readonly language: Language,
  ) {
    this.catalogue = unpackCatalogue(fields);
  }

  complete(text: string, cursor: number): Completion {
    return complete(text, cursor, this.catalogue, this.language);
  }

  /** The parameters that ask what is typed; or why it cannot be read. */
  read(text: string): { params: [string, string][] } | { error: FilterError } {
    try {
      return { params: writeAddress(parseFilter(text, this.catalogue), this.catalogue, this.fields.aliases) };
    } catch (error) {
      if (error instanceof FilterError) return { error };
      throw error;
    }
  }

  /** A value as it is written behind its field. */
  valueText(path: string, { value }: FilterOption): string {
    const whole = printFilter({ field: path, op: "eq", value }, this.catalogue, this.language);
    return whole.slice(/[:：]/.exec(whole)?.index ?? -1).slice(1);
  }
}
