import { Prisma } from "@/server/db/client";
import type { Counting } from "../schema";
import { dailySql, dayOf, type Scope, taggedSql, within } from "./tagged";

/**
 * Two statements for the chart's own. `signal` gives thesis_id, at, f, a, n (for, against, neutral) and total; `cover` gives at
 * and items, all there is in the bucket, tagged or not.
 */
export function countingSql(counting: Counting, scope: Scope): { signal: Prisma.Sql; cover: Prisma.Sql } {
  if (counting === "sources") return sources(scope);
  if (counting === "stories") return summed(scope, storySignals(scope), storyCoverage(scope));
  return summed(scope, dailySql(scope), Prisma.sql`coverage_day`);
}

/** Sums of daily counts. */
function summed({ workspaceId, range, theses, at }: Scope, signals: Prisma.Sql, coverage: Prisma.Sql) {
  const days = Prisma.sql`r.workspace_id = ${workspaceId}::uuid AND r.day >= ${range.from}::date AND r.day < ${range.to}::date`;
  return {
    signal: Prisma.sql`
      SELECT r.thesis_id, ${at} AS at, sum(r.for_count)::int AS f, sum(r.against_count)::int AS a, sum(r.neutral_count)::int AS n,
             sum(r.for_count + r.against_count + r.neutral_count)::int AS total
      FROM ${signals} AS r WHERE r.thesis_id = ANY(ARRAY(${theses})) AND ${days} GROUP BY 1, 2`,
    cover: Prisma.sql`SELECT ${at} AS at, sum(r.item_count)::int AS items FROM ${coverage} AS r WHERE ${days} GROUP BY 1`,
  };
}

/**
 * Items of stories that more than one item tells: few beside all items, so counting what repeats and taking it off the daily
 * counts costs as much as there are repetitions. An item that nobody placed is a story of its own.
 */
function members(workspaceId: string): Prisma.Sql {
  const followers = Prisma.sql`FROM story_member AS m WHERE m.workspace_id = ${workspaceId}::uuid AND m.news_item_id <> m.story_id`;
  return Prisma.sql`(SELECT m.news_item_id AS id, m.story_id ${followers} UNION SELECT m.story_id, m.story_id ${followers})`;
}

/** Daily counts less the items whose story an earlier item with the same thesis has told: that one, with its stance, counts. */
function storySignals(scope: Scope): Prisma.Sql {
  const { workspaceId } = scope;
  return Prisma.sql`(
    SELECT workspace_id, thesis_id, day, for_count, against_count, neutral_count FROM ${dailySql(scope)} AS d
    UNION ALL
    SELECT ${workspaceId}::uuid, again.thesis_id, ${dayOf(scope, Prisma.sql`again.published_at`)},
           -(again.stance = 'for')::int, -(again.stance = 'against')::int, -(again.stance = 'neutral')::int
    FROM (SELECT t.thesis_id, t.published_at, t.stance,
                 row_number() OVER (PARTITION BY t.thesis_id, member.story_id ORDER BY t.published_at, t.subject_id) AS place
          FROM ${members(workspaceId)} AS member
          JOIN ${taggedSql(scope)} AS t ON t.subject_id = member.id) AS again
    WHERE again.place > 1)`;
}

/** Daily counts less the items whose story another item of the same bucket has told: a story told for weeks is news in each. */
function storyCoverage(scope: Scope): Prisma.Sql {
  const { workspaceId, at } = scope;
  return Prisma.sql`(
    SELECT workspace_id, day, item_count FROM coverage_day
    UNION ALL
    SELECT ${workspaceId}::uuid, again.day, -1
    FROM (SELECT r.day, row_number() OVER (PARTITION BY r.story_id, ${at} ORDER BY r.day) AS place
          FROM (SELECT member.story_id, ${dayOf(scope, Prisma.sql`i.published_at`)} AS day FROM ${members(workspaceId)} AS member
                JOIN news_item AS i ON i.workspace_id = ${workspaceId}::uuid AND i.id = member.id
                WHERE ${within(scope, Prisma.sql`i.published_at`)}) AS r) AS again
    WHERE again.place > 1)`;
}

/**
 * Sources as news_item.source_hash tells them apart: feeds, or the hosts of what came without one. Each counts once in a
 * bucket, and once for each stance it took there. Counts of days do not add up to those of weeks, so these are read from the
 * items of the range.
 */
function sources(scope: Scope) {
  const { workspaceId, at } = scope;
  const [tagged, published] = [Prisma.sql`t.published_at`, Prisma.sql`i.published_at`];
  return {
    signal: Prisma.sql`
      SELECT r.thesis_id, r.at, (count(*) FILTER (WHERE r.f))::int AS f, (count(*) FILTER (WHERE r.a))::int AS a,
             (count(*) FILTER (WHERE r.n))::int AS n, count(*)::int AS total
      FROM (SELECT r.thesis_id, ${at} AS at, r.source, bool_or(r.stance = 'for') AS f, bool_or(r.stance = 'against') AS a,
                   bool_or(r.stance = 'neutral') AS n
            FROM (SELECT t.thesis_id, t.stance, ${dayOf(scope, tagged)} AS day, i.source_hash AS source
                  FROM ${taggedSql(scope)} AS t
                  JOIN news_item AS i ON i.workspace_id = ${workspaceId}::uuid AND i.id = t.subject_id
                  WHERE ${within(scope, tagged)}) AS r
            GROUP BY 1, 2, 3) AS r
      GROUP BY 1, 2`,
    cover: Prisma.sql`
      SELECT r.at, count(*)::int AS items
      FROM (SELECT DISTINCT ${at} AS at, r.source
            FROM (SELECT ${dayOf(scope, published)} AS day, i.source_hash AS source FROM news_item AS i
                  WHERE i.workspace_id = ${workspaceId}::uuid AND ${within(scope, published)}) AS r) AS r
      GROUP BY 1`,
  };
}
