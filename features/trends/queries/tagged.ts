import type { Range } from "@/lib/calendar/buckets";
import { Prisma } from "@/server/db/client";
import { midnightSql } from "@/server/sql/time";

/** `member` is `root` itself (`depth` 0), or a part of it so many levels below. */
export type Member = { root: string; member: string; depth: number };

/** What a chart is of. `members`: of each thesis asked for that has parts; the others stand for themselves. */
export type Scope = {
  workspaceId: string;
  timeZone: string;
  range: Range;
  /** SQL behind IN: the ids asked for. */
  theses: Prisma.Sql;
  members: readonly Member[];
  /** SQL: the bucket of `r.day`. */
  at: Prisma.Sql;
};

/** SQL of a row per thesis and item: thesis_id, subject_id, published_at, stance. */
export function taggedSql(scope: Scope): Prisma.Sql {
  const { workspaceId, theses, members } = scope;
  const own = Prisma.sql`
    SELECT t.thesis_id, t.subject_id, t.published_at, t.stance FROM news_tag AS t
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.superseded_at IS NULL
      AND t.thesis_id = ANY(ARRAY(${theses}))`;
  if (members.length === 0) return Prisma.sql`(${own})`;
  return Prisma.sql`(
    ${own} AND t.thesis_id <> ALL(${rootsOf(members)}::uuid[])
    UNION ALL
    SELECT p.thesis_id, p.subject_id, p.published_at, p.stance
    FROM (${placedSql(scope, Prisma.sql`true`)}) AS p WHERE p.place = 1)`;
}

/** SQL of daily counts of items per thesis, as signal_seen has them. */
export function dailySql(scope: Scope): Prisma.Sql {
  const { workspaceId, members } = scope;
  if (members.length === 0) return Prisma.sql`signal_seen`;
  const inRange = within(scope, Prisma.sql`t.published_at`);
  return Prisma.sql`(
    SELECT workspace_id, thesis_id, day, for_count, against_count, neutral_count FROM signal_seen
    WHERE thesis_id <> ALL(${rootsOf(members)}::uuid[])
    UNION ALL
    SELECT s.workspace_id, f.root, s.day, s.for_count, s.against_count, s.neutral_count
    FROM ${membersSql(members)}
    JOIN signal_seen AS s ON s.workspace_id = ${workspaceId}::uuid AND s.thesis_id = f.member
    UNION ALL
    SELECT ${workspaceId}::uuid, p.thesis_id, ${dayOf(scope, Prisma.sql`p.published_at`)},
           -(p.stance = 'for')::int, -(p.stance = 'against')::int, -(p.stance = 'neutral')::int
    FROM (${placedSql(scope, inRange)}) AS p WHERE p.place > 1)`;
}

/**
 * The tags of theses with parts. An item counts once for the whole, with the stance of the tag that is nearest to it, among
 * equals of the strongest: that has `place` 1.
 */
function placedSql({ workspaceId, members }: Scope, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT f.root AS thesis_id, t.subject_id, t.published_at, t.stance, row_number() OVER (
             PARTITION BY f.root, t.subject_id ORDER BY f.depth, t.strength DESC, t.thesis_id) AS place
    FROM ${membersSql(members)}
    JOIN news_tag AS t ON t.workspace_id = ${workspaceId}::uuid AND t.thesis_id = f.member
    WHERE t.superseded_at IS NULL AND ${condition}`;
}

/** SQL of the members, as `f`. */
function membersSql(members: readonly Member[]): Prisma.Sql {
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(members)}::jsonb) AS f (root uuid, member uuid, depth int)`;
}

function rootsOf(members: readonly Member[]): string[] {
  return [...new Set(members.map(({ root }) => root))];
}

/** SQL: the workspace's day on which `instant` was. */
export function dayOf({ timeZone }: Scope, instant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${instant} AT TIME ZONE ${timeZone})::date`;
}

/** SQL: is `instant` in the days asked for? */
export function within({ timeZone, range }: Scope, instant: Prisma.Sql): Prisma.Sql {
  const [from, to] = [midnightSql(range.from, timeZone), midnightSql(range.to, timeZone)];
  return Prisma.sql`${instant} >= ${from} AND ${instant} < ${to}`;
}
