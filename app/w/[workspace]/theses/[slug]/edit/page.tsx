import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listOwners } from "@/features/deals/queries/deals";
import { getThesis, listTheses } from "@/features/theses/queries";
import { ThesisFormPage } from "@/features/theses/ui/thesis-form-page";
import { pageContextFor } from "@/server/auth/session";
import { orNotFound } from "@/server/page";

type Props = { params: Promise<{ workspace: string; slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("theses.page"))("edit") };
}

export default async function EditThesisPage({ params }: Props) {
  const { workspace, slug } = await params;
  const ctx = await pageContextFor(workspace, "thesis:write");
  const [thesis, theses, owners] = await Promise.all([
    orNotFound(getThesis(ctx, { id: slug })),
    listTheses(ctx, {}),
    listOwners(ctx, {}),
  ]);
  return (
    <ThesisFormPage slug={workspace} thesis={thesis} facets={[]} theses={theses.data} owners={owners.data} />
  );
}
