import type { FiltersInForce } from "@/components/filter/filter-definitions";
import { readAddress } from "@/lib/filter/address";
import type { Language } from "@/lib/filter/names";
import { partsOf } from "@/lib/filter/parts";
import { FilterInput } from "@/lib/filter/schema";
import type { Filter } from "@/lib/filter/tree";
import { catalogueOf } from "@/server/record/catalogue";
import type { AskedOnPage } from "@/server/record/list-page";
import type { RecordOf } from "@/server/record/record";

type Typed = Pick<AskedOnPage, "filters" | "filter">;
type Part = NonNullable<FiltersInForce["parts"]>[number];

/** What `where` and `filter` ask side by side, so that each part can be taken away by itself. */
export function typedParts(of: RecordOf, page: Typed, language: Language): Part[] {
  const catalogue = catalogueOf(of);
  const typed = (["where", "filter"] as const).flatMap((param) => {
    const tree = treeOf(of, param, page.filters[param] ?? "");
    return tree ? partsOf(tree, catalogue, language).map((part) => ({ param, ...part })) : [];
  });
  return typed.map(({ param, text, rest }): Part => {
    const isUnknown = page.filter.unknown.some(
      (one) => one.param === param && one.near !== "" && text.includes(one.near),
    );
    const without: Part["without"] =
      param === "where" ? { where: rest || null } : { filter: null, where: joinTexts(page, rest) };
    return { text, unknown: isUnknown, without };
  });
}

function treeOf(of: RecordOf, param: "where" | "filter", text: string): Filter | null {
  if (text === "") return null;
  if (param === "filter") return FilterInput.safeParse(text).data ?? null;
  const { filter, problems } = readAddress([["where", text]], catalogueOf(of));
  return problems.length === 0 ? filter : null;
}

function joinTexts({ filters }: Typed, rest: string): string | null {
  return [filters.where ? `(${filters.where})` : "", rest].filter(Boolean).join(" ") || null;
}
