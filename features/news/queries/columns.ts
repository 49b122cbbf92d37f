import { currentTagsSql } from "@/features/tags/queries/tags";
import { Prisma } from "@/server/db/client";
import type { Alias, Sql } from "@/server/record/record";
import { instantSql } from "@/server/sql/time";

/** The story of an item: its own until it is placed in one. */
function storySql(i: Alias): Sql {
  return Prisma.sql`coalesce(
    (SELECT json_build_object('id', m.story_id, 'items', (SELECT count(*) FROM story_member AS o
       WHERE o.workspace_id = m.workspace_id AND o.story_id = m.story_id))
     FROM story_member AS m WHERE m.workspace_id = ${i}.workspace_id AND m.news_item_id = ${i}.id),
    json_build_object('id', ${i}.id, 'items', 1))`;
}

/** The columns of a NewsItem, of an item that goes by `i` and what `newsJoins` adds to it. */
export function newsColumns(i: Alias): Sql {
  return Prisma.sql`
    ${i}.id, ${i}.title, ${i}.url, ${i}.kind::text, ${i}.language, ${i}.author, ${i}.excerpt, ${i}.feed_id AS "feedId",
    ${i}.date_stated AS "dateStated", ${i}.assumed_zone AS "assumedZone",
    to_char(${i}.published_day, 'YYYY-MM-DD') AS "publishedDay", ${i}.version,
    CASE WHEN ${i}.date_stated THEN NULL WHEN ${i}.claimed_at IS NULL THEN 'missing'
         WHEN ${i}.claimed_at > ${i}.first_seen_at THEN 'future' ELSE 'past' END AS "dateDoubt",
    ${instantSql(Prisma.sql`${i}.claimed_at`)} AS "claimedAt",
    ${instantSql(Prisma.sql`${i}.published_at`)} AS "publishedAt",
    ${instantSql(Prisma.sql`${i}.first_seen_at`)} AS "firstSeenAt", ${i}.source_name AS source, ${storySql(i)} AS story,
    CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'title', f.title) END AS feed,
    ${currentTagsSql("news", Prisma.sql`${i}.id`)} AS tags`;
}

export function newsJoins(i: Alias): Sql {
  return Prisma.sql`LEFT JOIN feed AS f ON f.workspace_id = ${i}.workspace_id AND f.id = ${i}.feed_id`;
}
