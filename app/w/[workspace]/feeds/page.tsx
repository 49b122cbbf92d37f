import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { chosenColumns } from "@/components/filter/list-bar";
import type { SearchParams } from "@/components/filter/query-string";
import { feedSummary, listFeeds } from "@/features/feeds/queries/feeds";
import { FeedsPage } from "@/features/feeds/ui/feeds-page";
import { listBar } from "@/features/views/ui/parts/list-bar";
import { openList } from "@/features/views/ui/parts/open-list";
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
  const locale = await getLocale();
  const opened = await openList(ctx, "feeds", `/w/${workspace}/feeds`, search);
  const { columns, ...asked } = search;
  const [feeds, summary] = await Promise.all([listPage(ctx, listFeeds, asked, locale), feedSummary(ctx, {})]);
  return (
    <FeedsPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      now={ctx.now.toISOString()}
      feeds={feeds}
      bar={await listBar(ctx, opened, feeds, locale, chosenColumns(columns))}
      summary={summary}
      searchParams={search}
      canWrite={grants(ctx.role, "feed:write")}
      canRefresh={grants(ctx.role, "feed:refresh")}
    />
  );
}
