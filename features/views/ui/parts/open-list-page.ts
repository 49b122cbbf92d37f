import { getLocale } from "next-intl/server";
import { chosenColumns } from "@/components/filter/list-bar";
import type { SearchParams } from "@/components/filter/query-string";
import type { Context } from "@/server/context";
import { listPage } from "@/server/record/list-page";
import { listPaths, type PagedRecord } from "../../domain";
import { listBar } from "./list-bar";
import { openList } from "./open-list";

type ListOf<Row> = Parameters<typeof listPage<Row>>[1];

/** A list as the address of its page, or the view it names, asks for it: what a ListFrame takes. */
export async function openListPage<Row>(
  ctx: Context,
  record: PagedRecord,
  operation: ListOf<Row>,
  searchParams: SearchParams,
) {
  const locale = await getLocale();
  const pathname = `/w/${ctx.workspace.slug}${listPaths[record]}`;
  const opened = await openList(ctx, record, pathname, searchParams);
  const { columns, ...asked } = searchParams;
  const chosen = chosenColumns(columns);
  const list = await listPage(ctx, operation, asked, locale);
  return { pathname, searchParams, list, chosen, bar: await listBar(ctx, opened, list, locale, chosen) };
}
