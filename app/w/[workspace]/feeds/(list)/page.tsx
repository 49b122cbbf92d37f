import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { feedSummary, listFeeds } from "@/features/feeds/queries/feeds";
import { FeedsPage } from "@/features/feeds/ui/feeds-page";
import { openListPage } from "@/features/views/ui/parts/open-list-page";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feeds"))("title") };
}

export default async function AllFeedsPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const [listed, summary] = await Promise.all([
    openListPage(ctx, "feeds", listFeeds, search),
    feedSummary(ctx, {}),
  ]);
  return (
    <FeedsPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      now={ctx.now.toISOString()}
      listed={listed}
      summary={summary}
      canWrite={grants(ctx.role, "feed:write")}
      canRefresh={grants(ctx.role, "feed:refresh")}
    />
  );
}
