import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { getRound } from "@/features/agreement/queries/rounds";
import { RoundPage } from "@/features/agreement/ui/round-page";
import { thesisOptions } from "@/features/tags/ui/parts/tag-swatches";
import { listTheses } from "@/features/theses/queries";
import { pageContext } from "@/server/auth/session";
import { actorUserId } from "@/server/context";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";

type Props = { params: Promise<{ workspace: string; id: string }> };

const readRound = cache(async (workspace: string, id: string) =>
  orNotFound(getRound(await pageContext(workspace), { id })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const { reader } = await readRound(workspace, id);
  return { title: (await getTranslations("agreement.round"))("title", { reader: reader.name }) };
}

export default async function OneRoundPage({ params }: Props) {
  const { workspace, id } = await params;
  const ctx = await pageContext(workspace);
  const [round, theses] = await Promise.all([readRound(workspace, id), listTheses(ctx, {})]);
  const self = actorUserId(ctx.actor);
  const directs = self === round.drawnBy.id || grants(ctx.role, "agreement:direct");
  return (
    <RoundPage
      slug={workspace}
      timeZone={ctx.workspace.timeZone}
      round={round}
      theses={thesisOptions(theses.data)}
      canClose={
        round.closedAt === null && self !== round.reader.id && directs && grants(ctx.role, "tag:write")
      }
      canSettle={grants(ctx.role, "tag:write")}
    />
  );
}
