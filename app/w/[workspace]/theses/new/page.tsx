import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listOwners } from "@/features/deals/queries/deals";
import { listFacets, listTheses } from "@/features/theses/queries";
import { ThesisFormPage } from "@/features/theses/ui/thesis-form-page";
import { pageContextFor } from "@/server/auth/session";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("theses.form"))("newTitle") };
}

export default async function NewThesisPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageContextFor(workspace, "thesis:write");
  const [facets, theses, owners] = await Promise.all([
    listFacets(ctx, {}),
    listTheses(ctx, {}),
    listOwners(ctx, {}),
  ]);
  return <ThesisFormPage slug={workspace} facets={facets.data} theses={theses.data} owners={owners.data} />;
}
