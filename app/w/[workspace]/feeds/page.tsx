import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { readFilters } from "@/features/companies/domain";
import { feedSummary, listFeeds } from "@/features/feeds/queries/feeds";
import { ListFeeds } from "@/features/feeds/schema";
import { FeedsPage } from "@/features/feeds/ui/feeds-page";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feeds"))("title") };
}

export default async function AllFeedsPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const { cursor, limit, ...filters } = readFilters(ListFeeds.shape, search);
  const [feeds, summary] = await Promise.all([
    listFeeds(ctx, ListFeeds.parse({ ...filters, cursor, limit })),
    feedSummary(ctx, {}),
  ]);
  return (
    <FeedsPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      now={ctx.now.toISOString()}
      feeds={feeds}
      summary={summary}
      filters={filters}
      searchParams={search}
      canWrite={grants(ctx.role, "feed:write")}
      canRefresh={grants(ctx.role, "feed:refresh")}
    />
  );
}
