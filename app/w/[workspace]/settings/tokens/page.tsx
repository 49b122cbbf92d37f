import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { listTokens } from "@/features/workspaces/queries";
import { TokensPanel } from "@/features/workspaces/ui/tokens-panel";
import { pageContextFor } from "@/server/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("tokens") };
}

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams & { cursor?: string }>;
};

export default async function TokensPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const search = await searchParams;
  const context = await pageContextFor(workspace, "token:write");
  const tokens = await listTokens(context, { cursor: search.cursor });
  const pathname = `/w/${workspace}/settings/tokens`;
  return <TokensPanel context={context} tokens={tokens} pathname={pathname} searchParams={search} />;
}
