import { redirect } from "next/navigation";
import { type SearchParams, withQuery } from "@/components/filter/query-string";
import { records } from "@/features/records";
import { writeAddress } from "@/lib/filter/address";
import { areSame } from "@/lib/filter/normal";
import type { Filter } from "@/lib/filter/tree";
import type { Context } from "@/server/context";
import { catalogueOf } from "@/server/record/catalogue";
import type { RecordOf } from "@/server/record/record";
import { listViews } from "../../queries/views";
import type { View, ViewRecord } from "../../schema";

/** In place of a view's id: the list as it is, also for whom it opens with a view. */
export const unfiltered = "none";

/** The views of a list for whoever reads it, and the one its address is opened with. */
export type OpenedList = { record: ViewRecord; pathname: string; views: View[]; view: View | null };

/**
 * Finds the view an address names. An address that names a view and asks nothing else goes on to what the view asks, and one
 * that says nothing at all to the view that the reader's list opens with: the filter in force always stands in the address.
 */
export async function openList(
  ctx: Context,
  record: ViewRecord,
  pathname: string,
  search: SearchParams,
): Promise<OpenedList> {
  const views = (await listViews(ctx, { record })).data;
  const names = Object.keys(search).filter((name) => search[name]);
  const usual = names.length === 0 ? views.find(({ opensWith }) => opensWith) : undefined;
  const view = views.find(({ id }) => id === search.view) ?? usual ?? null;
  const asked = view ? addressOf(records[record], view) : {};
  const isBare = names.every((name) => name === "view");
  if (view && isBare && (usual || Object.keys(asked).length > 0))
    redirect(withQuery(pathname, { view: view.id, ...asked }));
  return { record, pathname, views, view };
}

/** The parameters that a view stands for. */
function addressOf(of: RecordOf, { filter, sort, columns }: View): Record<string, string> {
  return {
    ...(filter ? Object.fromEntries(writeAddress(filter, catalogueOf(of), of.aliases)) : {}),
    ...(sort ? { sort } : {}),
    ...(columns.length > 0 ? { columns: columns.join() } : {}),
  };
}

export type Asked = { filter: Filter | null; sort: string | null; columns: string[] };

/** Does a list still show what the view says? */
export function isAsSaved(view: View, asked: Asked): boolean {
  const catalogue = catalogueOf(records[view.record]);
  const nothing: Filter = { and: [] };
  return (
    areSame(view.filter ?? nothing, asked.filter ?? nothing, catalogue) &&
    view.sort === asked.sort &&
    view.columns.join() === asked.columns.join()
  );
}
