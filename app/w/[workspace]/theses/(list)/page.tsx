import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { listFacets, listTheses, thesisCounts } from "@/features/theses/queries";
import { ThesesList } from "@/features/theses/ui/theses-list";
import { recentSignals } from "@/features/trends/queries/trends";
import { openListPage } from "@/features/views/ui/parts/open-list-page";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("theses"))("title") };
}

/** So many theses a trend may name. */
const maxCharted = 100;

export default async function ThesesPage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContext(workspace);
  const [listed, facets, counts] = await Promise.all([
    openListPage(ctx, "theses", listTheses, search),
    listFacets(ctx, {}),
    thesisCounts(ctx, {}),
  ]);
  const charted = listed.list.data.slice(0, maxCharted).map((thesis) => thesis.id);
  const signals = await recentSignals(ctx, { thesis: charted });
  return (
    <ThesesList
      slug={workspace}
      listed={listed}
      facets={facets.data}
      signals={signals}
      counts={counts.data}
      canWrite={grants(ctx.role, "thesis:write")}
    />
  );
}
