import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getSynonyms } from "@/features/tag-rules/queries/rules";
import { SynonymsPage } from "@/features/tag-rules/ui/synonyms-page";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContext } from "@/server/auth/session";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules.synonyms"))("title") };
}

export default async function Page({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace);
  const options = thesisOptions((await listTheses(ctx, { status: "active" })).data);
  const theses = await Promise.all(
    options.map(async (option) => ({ option, synonyms: await getSynonyms(ctx, { id: option.id }) })),
  );
  return <SynonymsPage slug={workspace} theses={theses} canWrite={grants(ctx.role, "tag:write")} />;
}
