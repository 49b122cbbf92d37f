import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import type { QueryContext } from "@/server/operation";
import { difference, proportion } from "../domain/intervals";
import type { Uplift } from "../schema";

/** Measured over what came in so many days (and was at most a month old then): longer ago, people and models were others. */
const days = 90;

const Counts = z.object({
  since: z.date().nullable(),
  with: z.number().int(),
  withTagged: z.number().int(),
  without: z.number().int(),
  withoutTagged: z.number().int(),
});

/**
 * Do people tag items more where suggestions are shown? Which items show them was left to chance, so the difference is the
 * suggestions' doing. Counted from the first training or answer on; null before.
 */
export async function upliftOfSuggestions(ctx: QueryContext): Promise<Uplift | null> {
  const counts = await row(ctx.tx, Counts, countsSql(ctx));
  if (!counts?.since) return null;
  const shown = proportion(counts.withTagged, counts.with);
  const hidden = proportion(counts.withoutTagged, counts.without);
  return {
    since: counts.since.toISOString(),
    with: shown,
    without: hidden,
    difference: difference(shown, hidden),
  };
}

/** `isHeldOut` in SQL, of an id. */
export function heldOutSql(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(('x' || left(md5(${id}::text), 8))::bit(32)::bigint % 10 = 0)`;
}

function countsSql(ctx: QueryContext): Prisma.Sql {
  const workspace = Prisma.sql`${ctx.workspaceId}::uuid`;
  return Prisma.sql`
    WITH begun AS (
      SELECT greatest(${ctx.now}::timestamptz - make_interval(days => ${days}), least(
        (SELECT min(trained_at) FROM suggestion_training WHERE workspace_id = ${workspace}),
        (SELECT min(answered_at) FROM suggestion_answer WHERE workspace_id = ${workspace}))) AS since,
        EXISTS (SELECT 1 FROM suggestion_training WHERE workspace_id = ${workspace})
          OR EXISTS (SELECT 1 FROM suggestion_answer WHERE workspace_id = ${workspace}) AS any
    ), item AS (
      SELECT ${heldOutSql(Prisma.sql`i.id`)} AS held,
             EXISTS (SELECT 1 FROM news_tag AS t WHERE t.workspace_id = i.workspace_id AND t.subject_id = i.id
               AND t.superseded_at IS NULL AND t.origin IN ('person', 'model')) AS tagged
      FROM begun, news_item AS i
      WHERE i.workspace_id = ${workspace} AND i.published_at >= begun.since - interval '30 days' AND i.first_seen_at >= begun.since
    )
    SELECT (SELECT since FROM begun WHERE begun.any) AS since,
           count(*) FILTER (WHERE NOT held)::int AS with, count(*) FILTER (WHERE NOT held AND tagged)::int AS "withTagged",
           count(*) FILTER (WHERE held)::int AS without, count(*) FILTER (WHERE held AND tagged)::int AS "withoutTagged"
    FROM item`;
}
