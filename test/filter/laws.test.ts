import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFilter } from "@/lib/filter/check";
import { isRegex } from "@/lib/filter/find-pattern";
import { normalOf } from "@/lib/filter/normal";
import { parseFilter } from "@/lib/filter/parse";
import { printFilter } from "@/lib/filter/print";
import { FilterInput } from "@/lib/filter/schema";
import { filterOf } from "./arbitrary";
import { companies, news } from "./catalogues";

describe.each([news, companies])("of $record, any filter", (catalogue) => {
  const filters = filterOf(catalogue, 3);

  it("is the same when it is printed, in either language, and read again", () => {
    fc.assert(
      fc.property(filters, fc.constantFrom("en" as const, "zh" as const), (filter, language) => {
        const normal = normalOf(filter, catalogue);
        const text = printFilter(filter, catalogue, language);
        expect(parseFilter(text, catalogue), text).toEqual(normal);
      }),
      { numRuns: 1000 },
    );
  });

  it("is normal once and for all, and right in JSON and out of it", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const normal = normalOf(filter, catalogue);
        expect(normalOf(normal, catalogue)).toEqual(normal);
        expect(checkFilter(filter, catalogue, isRegex)).toEqual([]);
        const read = FilterInput.parse(JSON.stringify(filter));
        expect(normalOf(read, catalogue)).toEqual(normal);
      }),
      { numRuns: 500 },
    );
  });
});
