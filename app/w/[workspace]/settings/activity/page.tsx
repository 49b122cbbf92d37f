import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { listAudit } from "@/features/workspaces/queries";
import { ActivityList } from "@/features/workspaces/ui/activity-list";
import { pageContext } from "@/server/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("activity") };
}

type Search = SearchParams & { entity?: string; cursor?: string };
type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Search> };

export default async function ActivityPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const search = await searchParams;
  const context = await pageContext(workspace);
  const entries = await listAudit(context, { entity: search.entity, cursor: search.cursor });
  const pathname = `/w/${workspace}/settings/activity`;
  return <ActivityList context={context} entries={entries} pathname={pathname} searchParams={search} />;
}
