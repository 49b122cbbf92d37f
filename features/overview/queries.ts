import { z } from "zod";
import { silentSql } from "@/features/feeds/record";
import { waitingSql } from "@/features/news/queries/waiting";
import { membersSql } from "@/features/theses/record";
import { recentSignalsOf } from "@/features/trends/queries/trends";
import { auditShown } from "@/features/workspaces/record";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { type QueryContext, query } from "@/server/operation";
import { bilingualSql } from "@/server/sql/json";
import { instantSql } from "@/server/sql/time";
import { Activity, DealCount, FeedInTrouble, Overview, StageDeals, UntaggedItem } from "./schema";

/** Counting further says nothing a reader needs. */
const maxCounted = 1000;

/** The team's first page in three questions: where the signals lie, the signals, and the lists beside them. */
export const getOverview = query({
  name: "overview.get",
  summary:
    "The team's first page: signals, what is untagged, deals by stage and thesis, activity, feeds in trouble",
  allow: "workspace:read",
  http: { method: "GET", path: "/overview" },
  input: z.object({}).strict(),
  output: Overview,
  run: async (ctx) => ({ ...(await readLists(ctx)), signals: await recentSignalsOf(ctx) }),
});

const Lists = Overview.omit({ signals: true });

async function readLists(ctx: QueryContext): Promise<z.infer<typeof Lists>> {
  const workspace = Prisma.sql`${ctx.workspaceId}::uuid`;
  const list = (columns: z.ZodRawShape, rows: Prisma.Sql) =>
    Prisma.sql`coalesce((SELECT json_agg(json_build_object(${pairs(columns)})) FROM (${rows}) AS r), '[]')`;
  const found = await row(
    ctx.tx,
    Lists,
    Prisma.sql`
      SELECT
        (SELECT count(*)::int FROM (SELECT 1 FROM news_item AS i
           WHERE i.workspace_id = ${workspace} AND ${waiting} LIMIT ${maxCounted}) AS u) AS "untaggedCount",
        ${list(UntaggedItem.shape, untagged(workspace))} AS untagged,
        ${list(StageDeals.shape, stages(workspace))} AS stages,
        ${list(DealCount.shape, dealCounts(ctx))} AS "dealCounts",
        ${list(Activity.shape, activity(ctx, workspace))} AS activity,
        json_build_object(
          'active', (SELECT count(*) FROM feed WHERE workspace_id = ${workspace} AND status = 'active'),
          'paused', (SELECT count(*) FROM feed WHERE workspace_id = ${workspace} AND status = 'paused'),
          'trouble', ${list(FeedInTrouble.shape, feedsInTrouble(workspace, ctx.now))}) AS feeds`,
  );
  return Lists.parse(found);
}

/** `'id', r.id, 'title', r.title …` for the columns of a shape, whose names are our own. */
function pairs(columns: z.ZodRawShape): Prisma.Sql {
  return Prisma.raw(
    Object.keys(columns)
      .map((name) => `'${name}', r."${name}"`)
      .join(", "),
  );
}

const waiting = waitingSql(Prisma.raw("i"));

const untagged = (workspace: Prisma.Sql) => Prisma.sql`
  SELECT i.id, i.title, i.language, ${instantSql(Prisma.sql`i.published_at`)} AS "publishedAt", f.title AS source
  FROM news_item AS i LEFT JOIN feed AS f ON f.workspace_id = i.workspace_id AND f.id = i.feed_id
  WHERE i.workspace_id = ${workspace} AND ${waiting} ORDER BY i.first_seen_at DESC, i.id DESC LIMIT 10`;

const stages = (workspace: Prisma.Sql) => Prisma.sql`
  SELECT s.id, s.slug, ${bilingualSql("s", "name")} AS name, p.slug AS pipeline,
         (SELECT count(*)::int FROM deal AS d WHERE d.workspace_id = s.workspace_id AND d.stage_id = s.id) AS deals
  FROM stage AS s JOIN pipeline AS p ON p.workspace_id = s.workspace_id AND p.id = s.pipeline_id
  WHERE s.workspace_id = ${workspace} ORDER BY p.position, s.position LIMIT 100`;

const dealCounts = (ctx: QueryContext) => Prisma.sql`
  SELECT d.stage_id AS "stageId", th.slug AS thesis, count(DISTINCT d.id)::int AS deals
  FROM deal AS d
  JOIN deal_tag AS t ON t.workspace_id = d.workspace_id AND t.subject_id = d.id AND t.superseded_at IS NULL
  JOIN ${membersSql(ctx)} AS f ON f.member = t.thesis_id
  JOIN thesis AS th ON th.workspace_id = t.workspace_id AND th.id = f.root
  WHERE d.workspace_id = ${ctx.workspaceId}::uuid GROUP BY 1, 2 LIMIT 5000`;

const activity = (ctx: QueryContext, workspace: Prisma.Sql) => Prisma.sql`
  SELECT a.id, ${instantSql(Prisma.sql`a.at`)} AS at, a.actor_name AS actor, a.actor_kind AS "actorKind", a.operation, a.entity,
         a.entity_id AS "entityId", a.label,
         ARRAY(SELECT substr(k, 5) FROM jsonb_object_keys(a.changes) AS k WHERE k LIKE 'tag:%' ORDER BY k) AS theses,
         CASE WHEN a.operation = 'deal.move' THEN a.changes #>> '{stage,1}' END AS to
  FROM audit_entry AS a WHERE ${Prisma.join([Prisma.sql`a.workspace_id = ${workspace}`, ...auditShown(ctx, Prisma.raw("a"))], " AND ")}
  ORDER BY a.at DESC, a.id DESC LIMIT 12`;

const feedsInTrouble = (workspace: Prisma.Sql, now: Date) => Prisma.sql`
  SELECT f.id, f.title, f.last_error AS "lastError", f.last_error_detail AS "lastErrorDetail", f.failure_count AS "failureCount",
         ${instantSql(Prisma.sql`f.last_success_at`)} AS "lastSuccessAt",
         ${instantSql(Prisma.sql`coalesce(f.last_success_at, f.created_at)`)} AS since,
         ${instantSql(Prisma.sql`f.quiet_after`)} AS "quietAfter"
  FROM feed AS f WHERE f.workspace_id = ${workspace} AND (f.failure_count > 0 OR ${silentSql(Prisma.raw("f"), Prisma.sql`${now}::timestamptz`)})
  ORDER BY f.failure_count DESC, f.quiet_after, f.id LIMIT 20`;
