import { listCompanies } from "@/features/companies/queries";
import { listDeals } from "@/features/deals/queries/deals";
import { listFeeds } from "@/features/feeds/queries/feeds";
import { listNews } from "@/features/news/queries/news-list";
import { listStories } from "@/features/stories/queries/stories";
import { listTheses } from "@/features/theses/queries";
import { listAudit, listMembers } from "@/features/workspaces/queries";
import type { AnyOperation } from "@/server/operation/types";
import type { ViewRecord } from "../schema";

/** The list behind each kind of view. */
export const lists: Record<ViewRecord, Pick<AnyOperation, "call">> = {
  news: listNews,
  companies: listCompanies,
  deals: listDeals,
  feeds: listFeeds,
  stories: listStories,
  theses: listTheses,
  audit: listAudit,
  members: listMembers,
};
