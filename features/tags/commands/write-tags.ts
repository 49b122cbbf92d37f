import { z } from "zod";
import { actorUserId } from "@/server/context";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { newId } from "@/server/ids";
import type { CommandContext } from "@/server/operation";
import { instantSql } from "@/server/sql/time";
import { newsTaggedMany, tagPut, tagRemoved } from "../events";
import { type Subject, subjects } from "../queries/subjects";
import { settledSql } from "../queries/tags";
import { Stance, type Tag, TagOrigin } from "../schema";

/** What becomes of one thesis on one subject: a tag that says so, or (`remove`) none. Ids, not slugs. */
export type TagChange = { subjectId: string; thesisId: string } & (
  | { remove: true }
  | { remove?: false; stance: Stance; strength: number; note?: string | null; confidence?: number | null }
);

/** Who or what says it. */
export type TagSource = {
  origin: Tag["origin"];
  sourceId?: string | null;
  /** The name it goes by, when that is not the caller's: a rule's. */
  by?: string;
  /** The batch the tags are part of; only tags of news are kept in batches. */
  batchId?: string | null;
};

const Before = z.object({
  id: z.string(),
  origin: TagOrigin,
  stance: Stance,
  strength: z.number().int(),
  note: z.string().nullable(),
});

const Planned = z.object({
  id: z.string(),
  subjectId: z.string(),
  label: z.string(),
  thesisId: z.string(),
  thesis: z.string(),
  stance: Stance.nullable(),
  strength: z.number().int().nullable(),
  note: z.string().nullable(),
  confidence: z.number().nullable(),
  publishedAt: z.string().nullable(),
  before: Before.nullable(),
});
type Planned = z.infer<typeof Planned>;
/** A change that was made: `stance` null where the tag was removed, `before` null where none stood. */
export type WrittenTag = Pick<
  Planned,
  "subjectId" | "label" | "thesisId" | "thesis" | "stance" | "strength" | "note" | "before"
>;

/**
 * The one writer of tags. Nothing is overwritten: what a tag said before is superseded. A tag that says the same already is
 * left alone, unless a person confirms a rule's, as is what is settled when no person writes; subjects and theses of other workspaces are passed over. Of two
 * changes of one thesis on one subject the last counts. The caller writes the audit.
 */
export async function writeTags(
  ctx: CommandContext,
  subject: Subject,
  changes: readonly TagChange[],
  source: TagSource,
): Promise<WrittenTag[]> {
  if (changes.length > 0) await lock(ctx, subject, changes);
  const planned = changes.length > 0 ? await plan(ctx, subject, changes, source) : [];
  if (planned.length === 0) {
    ctx.unaudited();
    return [];
  }
  await supersede(ctx, subject, planned, source);
  await insert(
    ctx,
    subject,
    planned.filter(({ stance }) => stance !== null),
    source,
  );
  emitTags(ctx, subject, planned, source.batchId ?? null);
  return planned;
}

/**
 * In key order, so that two writers wait in turn. A statement of its own: the next one then sees what the writer before
 * this one wrote.
 */
async function lock(ctx: CommandContext, subject: Subject, changes: readonly TagChange[]): Promise<void> {
  const ids = [...new Set(changes.map(({ subjectId }) => subjectId))];
  await ctx.tx.$executeRaw`SELECT 1 FROM ${Prisma.raw(subjects[subject].carrier)} AS s
    WHERE s.workspace_id = ${ctx.workspaceId}::uuid AND s.id = ANY(${ids}::uuid[]) ORDER BY s.id FOR UPDATE`;
}

/** The changes that change something, with the tag each supersedes. */
function plan(
  ctx: CommandContext,
  subject: Subject,
  changes: readonly TagChange[],
  { origin }: TagSource,
): Promise<Planned[]> {
  const last = new Map(changes.map((change) => [`${change.subjectId} ${change.thesisId}`, change]));
  const given = [...last.values()].map((change) => ({
    id: newId(),
    subjectId: change.subjectId,
    thesisId: change.thesisId,
    ...(change.remove
      ? {}
      : {
          stance: change.stance,
          strength: change.strength,
          note: change.note ?? null,
          confidence: change.confidence ?? null,
        }),
  }));
  const { table, carrier, label } = subjects[subject];
  const publishedAt = subject === "news" ? Prisma.sql`s.published_at` : Prisma.sql`NULL::timestamptz`;
  const confirms = origin === "person" ? Prisma.sql`t.origin = 'rule'` : Prisma.sql`false`;
  const notSettled =
    subject === "news" && origin !== "person"
      ? Prisma.sql`AND NOT ${settledSql(origin, Prisma.sql`g."thesisId"`)}`
      : Prisma.empty;
  return rows(
    ctx.tx,
    Planned,
    Prisma.sql`
      WITH g AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g (
        id uuid, "subjectId" uuid, "thesisId" uuid, stance text, strength smallint, note text, confidence real)),
      i AS MATERIALIZED (
        SELECT s.workspace_id, s.id, ${label} AS label, ${publishedAt} AS published_at
        FROM ${Prisma.raw(carrier)} AS s
        WHERE s.workspace_id = ${ctx.workspaceId}::uuid AND s.id = ANY(SELECT "subjectId" FROM g))
      SELECT g.id, i.id AS "subjectId", i.label, th.id AS "thesisId", th.slug AS thesis,
             g.stance, g.strength, g.note, g.confidence, ${instantSql(Prisma.sql`i.published_at`)} AS "publishedAt",
             CASE WHEN t.id IS NOT NULL THEN json_build_object(
               'id', t.id, 'origin', t.origin, 'stance', t.stance, 'strength', t.strength, 'note', t.note) END AS before
      FROM g JOIN i ON i.id = g."subjectId"
      JOIN thesis AS th ON th.workspace_id = i.workspace_id AND th.id = g."thesisId"
      LEFT JOIN ${Prisma.raw(table)} AS t ON t.workspace_id = i.workspace_id AND t.subject_id = i.id
        AND t.thesis_id = th.id AND t.superseded_at IS NULL
      WHERE CASE WHEN g.stance IS NULL THEN t.id IS NOT NULL
              ELSE t.id IS NULL OR ${confirms} OR (t.stance::text, t.strength, coalesce(t.note, ''))
                IS DISTINCT FROM (g.stance, g.strength, coalesce(g.note, '')) END
        ${notSettled}
      ORDER BY i.id, th.position, th.slug`,
  );
}

async function supersede(
  ctx: CommandContext,
  subject: Subject,
  planned: readonly Planned[],
  { by = ctx.actor.name, batchId = null }: TagSource,
): Promise<void> {
  const ended = planned.flatMap(({ id, stance, before }) =>
    before ? [{ id: before.id, by: stance === null ? null : id }] : [],
  );
  if (ended.length === 0) return;
  const batch = subject === "news" ? Prisma.sql`, superseded_batch_id = ${batchId}::uuid` : Prisma.empty;
  await ctx.tx.$executeRaw`
    UPDATE ${Prisma.raw(subjects[subject].table)} AS t
    SET superseded_at = ${ctx.now}, superseded_by = g.by, superseded_actor = ${by} ${batch}
    FROM jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) AS g (id uuid, by uuid)
    WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.id = g.id`;
}

async function insert(
  ctx: CommandContext,
  subject: Subject,
  put: readonly Planned[],
  { origin, sourceId = null, by = ctx.actor.name, batchId = null }: TagSource,
): Promise<void> {
  if (put.length === 0) return;
  // Tags of news carry their item's date, for the rollups, and their batch.
  const [columns, values] =
    subject === "news"
      ? [Prisma.sql`, batch_id, published_at`, Prisma.sql`, ${batchId}::uuid, g."publishedAt"`]
      : [Prisma.empty, Prisma.empty];
  await ctx.tx.$executeRaw`
    INSERT INTO ${Prisma.raw(subjects[subject].table)} (workspace_id, id, subject_id, thesis_id, stance, strength, note,
      confidence, origin, source_id, actor_name, actor_id, valid_from ${columns})
    SELECT ${ctx.workspaceId}::uuid, g.id, g."subjectId", g."thesisId", g.stance::"Stance", g.strength, g.note,
      g.confidence, ${origin}::"TagOrigin", ${sourceId}::uuid, ${by}, ${actorUserId(ctx.actor)}::uuid,
      ${ctx.now} ${values}
    FROM jsonb_to_recordset(${JSON.stringify(put)}::jsonb) AS g (id uuid, "subjectId" uuid, "thesisId" uuid,
      stance text, strength smallint, note text, confidence real, "publishedAt" timestamptz)`;
}

function emitTags(
  ctx: CommandContext,
  subject: Subject,
  written: readonly Planned[],
  batchId: string | null,
): void {
  if (batchId !== null) ctx.emit(newsTaggedMany, { batchId });
  else
    for (const { subjectId, thesisId, stance } of written)
      ctx.emit(stance === null ? tagRemoved : tagPut, { subject, subjectId, thesisId });
}
