import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import type { CommandContext } from "@/server/operation";
import { touches } from "../schema";

const AddedItem = z.object({ id: z.string(), title: z.string(), touched: z.enum(touches).nullable() });
export type AddedItem = z.infer<typeof AddedItem>;

/**
 * The next items an import added, after one of them, and whether a person did something with them since. They are locked
 * before that is looked at, so nobody does something with one meanwhile.
 */
export async function addedItems(
  ctx: CommandContext,
  runId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<AddedItem[]> {
  const locked = await rows(
    ctx.tx,
    z.object({ id: z.string() }),
    Prisma.sql`
      SELECT i.id FROM import_item AS added
      JOIN news_item AS i ON i.workspace_id = added.workspace_id AND i.id = added.news_item_id
      WHERE added.workspace_id = ${ctx.workspaceId}::uuid AND added.run_id = ${runId}::uuid
        AND (${after}::uuid IS NULL OR i.id > ${after}::uuid)
      ORDER BY i.id LIMIT ${limit}::int FOR UPDATE OF i`,
  );
  return rows(
    ctx.tx,
    AddedItem,
    Prisma.sql`SELECT i.id, i.title, ${touchedSql(Prisma.sql`i`)} AS touched FROM news_item AS i
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ANY (${locked.map(({ id }) => id)}::uuid[])
      ORDER BY i.id`,
  );
}

/**
 * SQL: what a person did with the `item` (an alias of news_item), null for nothing. That it was read for a measure of agreement
 * goes before its tags, which its blind reader must not learn from this. A rule's tag and a company found touch nothing.
 */
function touchedSql(item: Prisma.Sql): Prisma.Sql {
  const has = (table: Prisma.Sql, column: Prisma.Sql, more = Prisma.sql`true`) =>
    Prisma.sql`EXISTS (SELECT 1 FROM ${table} AS x WHERE x.workspace_id = ${item}.workspace_id
      AND x.${column} = ${item}.id AND ${more})`;
  const newsItem = Prisma.sql`news_item_id`;
  const byPerson = Prisma.sql`(x.origin NOT IN ('rule', 'import') OR x.superseded_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM tag_batch AS b WHERE b.workspace_id = x.workspace_id AND b.id = x.superseded_batch_id
      AND b.origin = 'rule'))`;
  const unfound = Prisma.sql`NOT EXISTS (SELECT 1 FROM news_mention AS f WHERE f.workspace_id = x.workspace_id
    AND f.news_item_id = x.news_item_id AND f.company_id = x.company_id)`;
  return Prisma.sql`
    CASE WHEN ${has(Prisma.sql`agreement_task`, newsItem)} THEN 'agreement'
      WHEN ${item}.version > 1 OR ${has(Prisma.sql`news_revision`, newsItem)} THEN 'edited'
      WHEN ${has(Prisma.sql`news_tag`, Prisma.sql`subject_id`, byPerson)}
        OR ${has(Prisma.sql`suggestion_answer`, newsItem)} THEN 'tagged'
      WHEN ${has(Prisma.sql`note`, newsItem)} THEN 'note'
      WHEN ${has(Prisma.sql`news_mention`, newsItem, Prisma.sql`x.status <> 'found'`)}
        OR ${has(Prisma.sql`news_company`, newsItem, unfound)} THEN 'company'
      WHEN ${has(Prisma.sql`news_triage`, newsItem)} THEN 'triage'
      WHEN ${has(Prisma.sql`story_decision`, newsItem)} THEN 'story' END`;
}
