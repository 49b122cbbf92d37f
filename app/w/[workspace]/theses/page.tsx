import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listFacets, listTheses } from "@/features/theses/queries";
import { ThesesList } from "@/features/theses/ui/theses-list";
import { recentSignals } from "@/features/trends/queries";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("theses"))("title") };
}

export default async function ThesesPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace);
  const [theses, facets] = await Promise.all([listTheses(ctx, {}), listFacets(ctx, {})]);
  const signals = await recentSignals(ctx, { thesis: theses.data.slice(0, 100).map((thesis) => thesis.id) });
  return <ThesesList slug={workspace} theses={theses.data} facets={facets.data} signals={signals} canWrite={grants(ctx.role, "thesis:write")} />;
}
