import { z } from "zod";
import { settledSql } from "@/features/tags/queries/tags";
import { Stance } from "@/features/tags/schema";
import { Instant } from "@/lib/schema/shapes";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import type { QueryContext } from "@/server/operation";
import { instantSql } from "@/server/sql/time";

/** What comes later in a text is not looked at: whole books would stop everything else. */
const maxCharacters = 20_000;

const Item = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  kind: z.string(),
  language: z.string(),
  publishedAt: Instant,
  source: z.string().nullable(),
  feed: z.array(z.string()),
  companies: z.array(z.string()),
});
export type StoredItem = z.infer<typeof Item>;

/** Which items: some by id, or the next `limit` ones, newest first, after a place in that order. */
export type Which = { ids: readonly string[] } | { after: Place | null; limit: number };
export type Place = { time: string; id: string };

/** News as rules read it, newest first. */
export function ruleItems(ctx: QueryContext, which: Which): Promise<StoredItem[]> {
  return rows(
    ctx.tx,
    Item,
    Prisma.sql`
      SELECT i.id, i.title, left(i.text, ${maxCharacters}::int) AS text, i.kind::text, i.language,
             ${instantSql(Prisma.sql`i.published_at`)} AS "publishedAt", i.source_name AS source,
             coalesce((SELECT ARRAY[f.id::text, f.title, f.url] FROM feed AS f
                       WHERE f.workspace_id = i.workspace_id AND f.id = i.feed_id), '{}') AS feed,
             ARRAY(SELECT name FROM news_company AS n JOIN company AS c ON c.workspace_id = n.workspace_id AND c.id = n.company_id,
                     unnest(ARRAY[c.id::text, c.name_en, c.name_zh] || c.former_names || c.aliases) AS name
                   WHERE n.workspace_id = i.workspace_id AND n.news_item_id = i.id AND name IS NOT NULL) AS companies
      FROM news_item AS i WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND ${whichSql(which)}`,
  );
}

function whichSql(which: Which): Prisma.Sql {
  if ("ids" in which)
    return Prisma.sql`i.id = ANY(${which.ids}::uuid[]) ORDER BY i.published_at DESC, i.id DESC`;
  const after = which.after
    ? Prisma.sql`(i.published_at, i.id) < (${which.after.time}::timestamptz, ${which.after.id}::uuid)`
    : Prisma.sql`true`;
  return Prisma.sql`${after} ORDER BY i.published_at DESC, i.id DESC LIMIT ${which.limit}::int`;
}

const Standing = z.object({
  id: z.string(),
  thesisId: z.string(),
  current: z
    .object({
      origin: z.string(),
      sourceId: z.string().nullable(),
      stance: Stance,
      strength: z.number().int(),
      by: z.string(),
    })
    .nullable(),
  settled: z.boolean(),
});
export type Standing = z.infer<typeof Standing>;

/** What stands on these items for these theses; pairs about which nothing was ever said are left out. */
export async function standingTags(
  ctx: QueryContext,
  ids: readonly string[],
  thesisIds: readonly string[],
): Promise<Map<string, Standing>> {
  const found = await rows(
    ctx.tx,
    Standing,
    Prisma.sql`
      SELECT i.id, said.thesis_id AS "thesisId", ${settledSql("rule", Prisma.sql`said.thesis_id`)} AS settled,
             (SELECT json_build_object('origin', t.origin, 'sourceId', t.source_id, 'stance', t.stance, 'strength', t.strength, 'by', t.actor_name)
              FROM news_tag AS t WHERE t.workspace_id = i.workspace_id AND t.subject_id = i.id AND t.thesis_id = said.thesis_id
                AND t.superseded_at IS NULL) AS current
      FROM news_item AS i
      JOIN LATERAL (SELECT DISTINCT t.thesis_id FROM news_tag AS t WHERE t.workspace_id = i.workspace_id AND t.subject_id = i.id
                    UNION SELECT th FROM unnest(${thesisIds}::uuid[]) AS th WHERE EXISTS (SELECT 1 FROM agreement_task AS k
                      WHERE k.workspace_id = i.workspace_id AND k.news_item_id = i.id AND k.blind)) AS said ON true
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ANY(${ids}::uuid[]) AND said.thesis_id = ANY(${thesisIds}::uuid[])`,
  );
  return new Map(found.map((one) => [pairOf(one.id, one.thesisId), one]));
}

/** The key of an item and a thesis in `standingTags`. */
export function pairOf(itemId: string, thesisId: string): string {
  return `${itemId} ${thesisId}`;
}
