import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { openListPage } from "@/features/views/ui/parts/open-list-page";
import { listAudit, listMembers } from "@/features/workspaces/queries";
import { ActivityList } from "@/features/workspaces/ui/activity-list";
import { pageContext } from "@/server/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("activity") };
}

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export default async function ActivityPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const context = await pageContext(workspace);
  const [listed, members] = await Promise.all([
    openListPage(context, "audit", listAudit, search),
    listMembers(context, { limit: 200 }),
  ]);
  return <ActivityList context={context} listed={listed} members={members.data} />;
}
