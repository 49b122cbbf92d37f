import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/components/filter/query-string";
import { listDisagreements } from "@/features/agreement/queries/disagreements";
import { DisagreementsPage } from "@/features/agreement/ui/disagreements-page";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContextFor } from "@/server/auth/session";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams & { cursor?: string; settled?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement.disagreements"))("title") };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const [{ workspace }, search] = await Promise.all([params, searchParams]);
  const ctx = await pageContextFor(workspace, "tag:write");
  const settled = search.settled === "true";
  const [disagreements, theses] = await Promise.all([
    listDisagreements(ctx, { settled, cursor: search.cursor, limit: 20 }),
    listTheses(ctx, {}),
  ]);
  return (
    <DisagreementsPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      disagreements={disagreements}
      settled={settled}
      theses={thesisOptions(theses.data)}
      searchParams={search}
    />
  );
}
