import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { listRuns } from "@/features/runs/queries/runs";
import { RunsPage } from "@/features/runs/ui/runs-page";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs"))("title") };
}

type Search = SearchParams & { kind?: string; state?: string; cursor?: string };
type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Search> };

export default async function Page({ params, searchParams }: Props) {
  const { workspace } = await params;
  const search = await searchParams;
  const context = await pageContext(workspace);
  const { kind, state, cursor } = search;
  return (
    <RunsPage
      slug={workspace}
      timeZone={context.workspace.timeZone}
      now={context.now.toISOString()}
      runs={await listRuns(context, { kind, state, cursor })}
      searchParams={search}
      canChange={grants(context.role, "news:write")}
    />
  );
}
