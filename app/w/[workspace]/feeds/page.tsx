import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { feedSummary, listFeeds } from "@/features/feeds/queries/feeds";
import { FeedsPage } from "@/features/feeds/ui/feeds-page";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";
import { listPage } from "@/server/record/list-page";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feeds"))("title") };
}

export default async function AllFeedsPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const [feeds, summary] = await Promise.all([
    listPage(ctx, listFeeds, search, await getLocale()),
    feedSummary(ctx, {}),
  ]);
  return (
    <FeedsPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      now={ctx.now.toISOString()}
      feeds={feeds}
      summary={summary}
      searchParams={search}
      canWrite={grants(ctx.role, "feed:write")}
      canRefresh={grants(ctx.role, "feed:refresh")}
    />
  );
}
