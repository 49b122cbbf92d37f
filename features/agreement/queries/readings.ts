import { Prisma } from "@/server/db/client";
import { instantSql } from "@/server/sql/time";

/**
 * SQL for the two readings of an agreement_task called `k` of a round called `r`. Both are empty for whoever reads the item
 * blind: row-level security hides what they are made of.
 */

const tagsOf = (source: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('thesis', th.slug, 'thesisId', th.id, 'stance', g.stance, 'strength', g.strength)
         ORDER BY th.position, th.slug)
  FROM (${source}) AS g JOIN thesis AS th ON th.workspace_id = k.workspace_id AND th.id = g.thesis_id), '[]')`;

/** The tags as they stood when the round was drawn: what became of them since is another matter. */
const standing = Prisma.sql`FROM news_tag AS t WHERE t.workspace_id = k.workspace_id AND t.subject_id = k.news_item_id
  AND t.recorded_at <= r.drawn_at AND (t.superseded_at IS NULL OR t.superseded_at > r.drawn_at)`;

export const firstReadingSql = tagsOf(Prisma.sql`SELECT t.thesis_id, t.stance, t.strength ${standing}`);
export const secondReadingSql = tagsOf(
  Prisma.sql`SELECT d.thesis_id, d.stance, d.strength FROM agreement_reading AS d
    WHERE d.workspace_id = k.workspace_id AND d.task_id = k.id`,
);

/** Who put the first reading: one person, since only such items are drawn. */
export const firstReaderSql = Prisma.sql`(SELECT json_build_object('id', t.actor_id, 'name', t.actor_name) ${standing} LIMIT 1)`;

/** The item `i` beside its feed `f` (left join). */
export const readItemSql = Prisma.sql`json_build_object('id', i.id, 'title', i.title, 'url', i.url, 'language', i.language,
  'excerpt', i.excerpt, 'publishedAt', ${instantSql(Prisma.sql`i.published_at`)}, 'source', f.title)`;

/** Condition: the task was read, its round is closed, and its asker does not read the item blind in another. */
export const comparable = Prisma.sql`NOT k.blind AND k.read_at IS NOT NULL AND k.news_item_id <> ALL ((SELECT blind_items())::uuid[])`;
