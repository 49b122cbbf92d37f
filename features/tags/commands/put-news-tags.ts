import { z } from "zod";
import { actorUserId } from "@/server/context";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { newId } from "@/server/ids";
import type { CommandContext } from "@/server/operation";
import { settledSql } from "../queries/tags";
import type { Stance, Tag } from "../schema";

/** What becomes of one thesis on one news item: a tag that says so, or (`remove`) none. Ids, not slugs. */
export type NewsTagChange = { newsId: string; thesisId: string } & (
  | { remove: true }
  | { remove?: false; stance: Stance; strength: number; note?: string | null; confidence?: number | null }
);

/** Who or what says it; `label` is what the step is called in the list of steps ("Rule: MoE releases"). */
export type NewsTagSource = {
  origin: Tag["origin"];
  label: string;
  sourceId?: string | null;
  /** The name it goes by, when that is not the caller's: a rule's. */
  by?: string;
  /** To continue a step begun before, as a long run does in pieces. */
  batchId?: string;
  /** Keeps what is counted in this step out of the audit: the caller has one entry for the whole run. */
  audited?: false;
};

const Done = z.object({ put: z.number().int(), removed: z.number().int() });

/**
 * Puts and removes many tags on news in a few statements, as one step that `tag.undoBatch` can take back. Nothing is
 * overwritten: what a tag said before is superseded. A tag that says the same already is left alone; items and theses that
 * are not in this workspace are passed over. What is settled, a rule, a model or an import leaves as it is.
 * At most one change per item and thesis.
 */
export async function putNewsTags(
  ctx: CommandContext,
  changes: readonly NewsTagChange[],
  source: NewsTagSource,
): Promise<{ batchId: string; put: number; removed: number }> {
  const batchId = source.batchId ?? (await openBatch(ctx, source));
  const planned = await plan(ctx, changes, source);
  if (planned.length === 0) {
    ctx.unaudited();
    return { batchId, put: 0, removed: 0 };
  }
  const put = planned.filter((change) => change.stance !== null);
  await supersede(ctx, planned, source, batchId);
  if (put.length > 0) await insert(ctx, put, source, batchId);
  const done = { put: put.length, removed: planned.length - put.length };
  if (source.audited === false) ctx.unaudited();
  else
    ctx.audit({
      entity: "tagBatch",
      entityId: batchId,
      label: source.label,
      changes: { put: [null, done.put], removed: [null, done.removed] },
    });
  return { batchId, ...Done.parse(done) };
}

/** A step that further calls of `putNewsTags` are part of. */
export async function openBatch(ctx: CommandContext, source: NewsTagSource): Promise<string> {
  const id = newId();
  await ctx.tx.tagBatch.create({
    data: {
      workspaceId: ctx.workspaceId,
      id,
      origin: source.origin,
      sourceId: source.sourceId ?? null,
      label: source.label.slice(0, 300),
      actorName: ctx.actor.name,
      actorId: actorUserId(ctx.actor),
      createdAt: ctx.now,
    },
  });
  return id;
}

const Planned = z.object({
  id: z.string(),
  newsId: z.string(),
  thesisId: z.string(),
  stance: z.string().nullable(),
  strength: z.number().int().nullable(),
  note: z.string().nullable(),
  confidence: z.number().nullable(),
  publishedAt: z.string(),
  beforeId: z.string().nullable(),
});
type Planned = z.infer<typeof Planned>;

/** The changes that change something, with the tag each supersedes. Items are locked in key order, so two writers wait in turn. */
async function plan(
  ctx: CommandContext,
  changes: readonly NewsTagChange[],
  { origin }: NewsTagSource,
): Promise<Planned[]> {
  const given = changes.map((change) => ({
    id: newId(),
    newsId: change.newsId,
    thesisId: change.thesisId,
    stance: change.remove ? null : change.stance,
    strength: change.remove ? null : change.strength,
    note: change.remove ? null : (change.note ?? null),
    confidence: change.remove ? null : (change.confidence ?? null),
  }));
  const left =
    origin === "person" ? Prisma.empty : Prisma.sql`AND NOT ${settledSql(origin, Prisma.sql`g."thesisId"`)}`;
  return rows(
    ctx.tx,
    Planned,
    Prisma.sql`
      WITH g AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g (
        id uuid, "newsId" uuid, "thesisId" uuid, stance text, strength smallint, note text, confidence real)),
      item AS MATERIALIZED (SELECT i.workspace_id, i.id, i.published_at FROM news_item AS i
        WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ANY(SELECT "newsId" FROM g) ORDER BY i.id FOR UPDATE)
      SELECT g.id, i.id AS "newsId", th.id AS "thesisId", g.stance, g.strength, g.note, g.confidence,
             to_char(i.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "publishedAt", t.id AS "beforeId"
      FROM g JOIN item AS i ON i.id = g."newsId"
      JOIN thesis AS th ON th.workspace_id = i.workspace_id AND th.id = g."thesisId"
      LEFT JOIN news_tag AS t ON t.workspace_id = i.workspace_id AND t.subject_id = i.id AND t.thesis_id = th.id AND t.superseded_at IS NULL
      WHERE CASE WHEN g.stance IS NULL THEN t.id IS NOT NULL
              ELSE t.id IS NULL OR (t.stance::text, t.strength, coalesce(t.note, '')) IS DISTINCT FROM (g.stance, g.strength, coalesce(g.note, '')) END
        ${left}`,
  );
}

async function supersede(
  ctx: CommandContext,
  planned: Planned[],
  { by = ctx.actor.name }: NewsTagSource,
  batchId: string,
): Promise<void> {
  const before = planned.flatMap(({ id, stance, beforeId }) =>
    beforeId === null ? [] : [{ id: beforeId, by: stance === null ? null : id }],
  );
  if (before.length === 0) return;
  await ctx.tx.$executeRaw`
    UPDATE news_tag AS t SET superseded_at = ${ctx.now}, superseded_by = g.by, superseded_actor = ${by},
      superseded_batch_id = ${batchId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(before)}::jsonb) AS g (id uuid, by uuid)
    WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.id = g.id`;
}

async function insert(
  ctx: CommandContext,
  put: Planned[],
  { origin, sourceId = null, by = ctx.actor.name }: NewsTagSource,
  batchId: string,
): Promise<void> {
  await ctx.tx.$executeRaw`
    INSERT INTO news_tag (workspace_id, id, subject_id, thesis_id, stance, strength, note, confidence, origin, source_id, batch_id,
                          actor_name, actor_id, valid_from, recorded_at, published_at)
    SELECT ${ctx.workspaceId}::uuid, g.id, g."newsId", g."thesisId", g.stance::"Stance", g.strength, g.note, g.confidence,
           ${origin}::"TagOrigin", ${sourceId}::uuid, ${batchId}::uuid, ${by}, ${actorUserId(ctx.actor)}::uuid,
           ${ctx.now}, ${ctx.now}, g."publishedAt"
    FROM jsonb_to_recordset(${JSON.stringify(put)}::jsonb) AS g (
      id uuid, "newsId" uuid, "thesisId" uuid, stance text, strength smallint, note text, confidence real, "publishedAt" timestamptz)`;
}

const Undone = z.object({ restored: z.number().int(), removed: z.number().int() });

/**
 * Takes a step back: tags it set that still stand are superseded, and what they or its removals replaced is said again, by
 * those who said it. What anybody changed since is left as it is.
 */
export async function undoNewsTags(
  ctx: CommandContext,
  batchId: string,
): Promise<{ restored: number; removed: number }> {
  const { count: removed } = await ctx.tx.newsTag.updateMany({
    where: { workspaceId: ctx.workspaceId, batchId, supersededAt: null },
    data: { supersededAt: ctx.now, supersededActor: ctx.actor.name, supersededBatchId: batchId },
  });
  const restored = await row(
    ctx.tx,
    z.object({ restored: z.number().int() }),
    Prisma.sql`
      WITH replaced AS (
        SELECT t.* FROM news_tag AS t
        WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.superseded_batch_id = ${batchId}::uuid
          AND t.batch_id IS DISTINCT FROM ${batchId}::uuid
          AND NOT EXISTS (SELECT 1 FROM news_tag AS later WHERE later.workspace_id = t.workspace_id AND later.subject_id = t.subject_id
            AND later.thesis_id = t.thesis_id AND later.id <> t.id AND later.batch_id IS DISTINCT FROM ${batchId}::uuid
            AND later.recorded_at >= t.superseded_at)
          AND NOT EXISTS (SELECT 1 FROM news_tag AS own WHERE own.workspace_id = t.workspace_id AND own.subject_id = t.subject_id
            AND own.thesis_id = t.thesis_id AND own.batch_id = ${batchId}::uuid
            AND own.superseded_batch_id IS DISTINCT FROM ${batchId}::uuid)
      ), said_again AS (
        INSERT INTO news_tag (workspace_id, id, subject_id, thesis_id, stance, strength, note, confidence, origin, source_id,
                              actor_name, actor_id, valid_from, recorded_at, published_at)
        SELECT workspace_id, gen_random_uuid(), subject_id, thesis_id, stance, strength, note, confidence, origin, source_id,
               actor_name, actor_id, valid_from, ${ctx.now}, published_at FROM replaced
        RETURNING 1
      )
      SELECT count(*)::int AS restored FROM said_again`,
  );
  return Undone.parse({ removed, ...restored });
}
