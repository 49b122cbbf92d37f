import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { readName } from "@/features/companies/domain";
import { getDeal } from "@/features/deals/queries/deals";
import { dealHistory } from "@/features/deals/queries/moves";
import { listPipelines } from "@/features/deals/queries/pipelines";
import { DealPage } from "@/features/deals/ui/deal-page";
import { RecordNotes } from "@/features/notes/ui/parts/record-notes";
import { TagEditor } from "@/features/tags/ui/parts/tag-editor";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContext } from "@/server/auth/session";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string; id: string }> };

const readDeal = cache(async (workspace: string, id: string) =>
  orNotFound(getDeal(await pageContext(workspace), { id })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const { company, round } = await readDeal(workspace, id);
  return { title: [readName(company.name, await getLocale()).main, round].filter(Boolean).join(" · ") };
}

export default async function OneDealPage({ params }: Props) {
  const { workspace, id } = await params;
  const ctx = await pageContext(workspace);
  const [deal, moves, pipelines, theses] = await Promise.all([
    readDeal(workspace, id),
    orNotFound(dealHistory(ctx, { id })),
    listPipelines(ctx, {}),
    listTheses(ctx, {}),
  ]);
  return (
    <DealPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      deal={deal}
      moves={moves.data}
      stages={pipelines.data.find((pipeline) => pipeline.id === deal.pipelineId)?.stages ?? []}
      canWrite={grants(ctx.role, "deal:write")}
      notes={<RecordNotes ctx={ctx} subject="deals" id={id} />}
      tagEditor={
        <TagEditor
          workspace={workspace}
          subject="deal"
          subjectId={id}
          tags={deal.tags}
          theses={thesisOptions(theses.data)}
          timeZone={ctx.workspace.timeZone}
          canWrite={grants(ctx.role, "tag:write")}
        />
      }
    />
  );
}
