import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import type { QueryContext } from "@/server/operation";

/** Learning again is due after so many new tags and answers, or a tenth of what was learned from, whichever is more. */
const minNew = 25;

/** Counting further says nothing that matters here. */
const maxCounted = 10_000;

/** How many tags and answers make learning due, after a training of so many examples (0: none yet). */
export function judgementsDue(examples: number): number {
  return Math.max(minNew, Math.round(examples / 10));
}

/** Was enough said since the last training to learn anew? */
export async function isTrainingDue(ctx: QueryContext): Promise<boolean> {
  const last = await ctx.tx.suggestionTraining.findFirst({
    where: { workspaceId: ctx.workspaceId },
    orderBy: { number: "desc" },
    select: { trainedAt: true, examples: true },
  });
  const said = await judgementsSince(ctx, last?.trainedAt ?? null);
  return said >= judgementsDue(last?.examples ?? 0);
}

/** How many tags and rejections people have recorded since then (null: ever), up to 10,000 of each. */
export async function judgementsSince(ctx: QueryContext, since: Date | null): Promise<number> {
  const from = since ?? new Date(0);
  const workspace = Prisma.sql`${ctx.workspaceId}::uuid`;
  const found = await row(
    ctx.tx,
    z.object({ count: z.number().int() }),
    Prisma.sql`
      SELECT ((SELECT count(*) FROM (SELECT 1 FROM news_tag WHERE workspace_id = ${workspace} AND origin <> 'rule'
                AND recorded_at > ${from} LIMIT ${maxCounted}) AS t)
            + (SELECT count(*) FROM (SELECT 1 FROM suggestion_answer WHERE workspace_id = ${workspace} AND NOT accepted
                AND answered_at > ${from} LIMIT ${maxCounted}) AS a))::int AS count`,
  );
  return found?.count ?? 0;
}
