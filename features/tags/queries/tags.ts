import { z } from "zod";
import { Uuid } from "@/lib/schema/shapes";
import { Prisma, type Tx } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import type { QueryContext } from "@/server/operation";
import { query } from "@/server/operation";
import { instantSql } from "@/server/sql/time";
import { Tag, TagHistory, type TagOrigin } from "../schema";
import { type Subject, subjects } from "./subjects";

/**
 * SQL of a JSON array with the current tags of `subjectId` (an expression like `i.id`), strongest thesis order first.
 * For lists: one subquery per row of the page instead of a second question. Shape: Tag[].
 */
export function currentTagsSql(subject: Subject, subjectId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT json_agg(json_build_object('thesis', th.slug, 'thesisId', th.id, 'stance', t.stance, 'strength', t.strength,
             'note', t.note, 'origin', t.origin, 'by', t.actor_name, 'recordedAt', ${instantSql(Prisma.sql`t.recorded_at`)},
             'confidence', t.confidence, 'sourceId', t.source_id)
           ORDER BY th.position, th.slug)
    FROM ${Prisma.raw(subjects[subject].table)} AS t
    JOIN thesis AS th ON th.workspace_id = t.workspace_id AND th.id = t.thesis_id
    WHERE t.workspace_id = (SELECT current_workspace()) AND t.subject_id = ${subjectId} AND t.superseded_at IS NULL), '[]')`;
}

/**
 * SQL condition: `origin` (a rule, a model, an import) must leave this thesis on the news item `i` alone. Somebody else set the
 * tag that stands there, or a person took the last one off; or someone reads the item blind, and what is found there would
 * show in counts.
 */
export function settledSql(origin: z.infer<typeof TagOrigin>, thesisId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(EXISTS (
      SELECT 1 FROM (
        SELECT l.origin, l.superseded_at, l.superseded_by, l.superseded_batch_id, l.batch_id FROM news_tag AS l
        WHERE l.workspace_id = i.workspace_id AND l.subject_id = i.id AND l.thesis_id = ${thesisId}
        ORDER BY l.superseded_at DESC NULLS FIRST, l.recorded_at DESC LIMIT 1) AS last
      LEFT JOIN tag_batch AS b ON b.workspace_id = i.workspace_id AND b.id = last.superseded_batch_id
      WHERE CASE WHEN last.superseded_at IS NULL THEN last.origin <> ${origin}::"TagOrigin"
        ELSE last.superseded_by IS NULL AND last.superseded_batch_id IS DISTINCT FROM last.batch_id
          AND coalesce(b.origin = 'person', true) END)
    OR EXISTS (SELECT 1 FROM agreement_task AS k
      WHERE k.workspace_id = i.workspace_id AND k.news_item_id = i.id AND k.blind))`;
}

export async function currentTags(tx: Tx, subject: Subject, subjectId: string): Promise<Tag[]> {
  const [found] = await rows(
    tx,
    z.object({ tags: z.array(Tag) }),
    Prisma.sql`SELECT ${currentTagsSql(subject, Prisma.sql`${subjectId}::uuid`)} AS tags`,
  );
  return found?.tags ?? [];
}

const HistoryRow = TagHistory.shape.data.element;

function history(subject: Subject) {
  return query({
    name: `${subject}.tagHistory`,
    summary: `Every tag the ${subjects[subject].noun} ever had, newest first`,
    allow: subjects[subject].read,
    http: { method: "GET", path: `/${subjects[subject].path}/{id}/tags` },
    input: z.object({ id: Uuid }).strict(),
    output: TagHistory,
    run: async (ctx, { id }) => {
      await subjects[subject].mustExist(ctx, id);
      return { data: await historyRows(ctx, subject, id) };
    },
  });
}

function historyRows(ctx: QueryContext, subject: Subject, id: string) {
  return rows(
    ctx.tx,
    HistoryRow,
    Prisma.sql`
      SELECT th.slug AS thesis, th.id AS "thesisId", t.stance::text, t.strength, t.note, t.origin::text, t.actor_name AS by,
             ${instantSql(Prisma.sql`t.recorded_at`)} AS "recordedAt", t.confidence, t.source_id AS "sourceId",
             ${instantSql(Prisma.sql`t.superseded_at`)} AS "supersededAt", t.superseded_actor AS "supersededBy"
      FROM ${Prisma.raw(subjects[subject].table)} AS t
      JOIN thesis AS th ON th.workspace_id = t.workspace_id AND th.id = t.thesis_id
      WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.subject_id = ${id}::uuid
      ORDER BY t.recorded_at DESC, t.id DESC LIMIT 200`,
  );
}

export const newsTagHistory = history("news");
export const companyTagHistory = history("company");
export const dealTagHistory = history("deal");
