import { z } from "zod";
import { listCompanies } from "@/features/companies/queries";
import { listDeals } from "@/features/deals/queries/deals";
import { listFeeds } from "@/features/feeds/queries/feeds";
import { listNews } from "@/features/news/queries/news-list";
import { records } from "@/features/records";
import { listStories } from "@/features/stories/queries/stories";
import { listTheses } from "@/features/theses/queries";
import { listAudit, listMembers } from "@/features/workspaces/queries";
import type { Filter } from "@/lib/filter/tree";
import { invalid } from "@/server/errors";
import type { QueryContext } from "@/server/operation";
import type { AnyOperation } from "@/server/operation/types";
import { askedFilter } from "@/server/record/asked-filter";
import type { ViewRecord } from "../schema";

/** The list behind each kind of view. */
export const lists: Record<ViewRecord, Pick<AnyOperation, "call" | "input">> = {
  news: listNews,
  companies: listCompanies,
  deals: listDeals,
  feeds: listFeeds,
  stories: listStories,
  theses: listTheses,
  audit: listAudit,
  members: listMembers,
};

type Shown = {
  filter?: Filter | null | undefined;
  sort?: string | null | undefined;
  columns?: readonly string[] | undefined;
};

/** INVALID, in the list's own words, for a filter, an order or a column that the list has not: a view of it could not be read. */
export async function refuseUnknown(
  ctx: QueryContext,
  record: ViewRecord,
  { filter, sort, columns }: Shown,
): Promise<void> {
  if (filter) await askedFilter(ctx, records[record], { filter });
  const { input } = lists[record];
  const parameters = input instanceof z.ZodObject ? input.shape : {};
  const wrong = Object.entries({ sort: sort ?? undefined, columns }).flatMap(([name, value]) => {
    const schema = parameters[name];
    const result = value === undefined || !schema ? null : z.safeParse(schema, value);
    return result?.error ? [[name, result.error.issues[0]?.message ?? "is none of the list"]] : [];
  });
  if (wrong.length > 0) throw invalid(Object.fromEntries(wrong));
}
