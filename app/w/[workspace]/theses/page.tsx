import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listFacets, listTheses, thesisCounts } from "@/features/theses/queries";
import { ThesesList } from "@/features/theses/ui/theses-list";
import { recentSignals } from "@/features/trends/queries/trends";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("theses"))("title") };
}

/** So many theses a trend may name. */
const maxCharted = 100;

export default async function ThesesPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace);
  const [theses, facets, counts] = await Promise.all([
    listTheses(ctx, {}),
    listFacets(ctx, {}),
    thesisCounts(ctx, {}),
  ]);
  const charted = theses.data.slice(0, maxCharted).map((thesis) => thesis.id);
  const signals = await recentSignals(ctx, { thesis: charted });
  return (
    <ThesesList
      slug={workspace}
      theses={theses.data}
      facets={facets.data}
      signals={signals}
      counts={counts.data}
      canWrite={grants(ctx.role, "thesis:write")}
    />
  );
}
