import { z } from "zod";
import { records } from "@/features/records";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { list } from "@/server/record/list";
import { feedStateSql } from "../record";
import { Feed, FeedDetail, FeedSummary, GetFeed } from "../schema";
import { asFeed, FeedRow, feedColumns } from "./columns";

const f = Prisma.raw("f");

export const listFeeds = list(records.feeds, {
  name: "feed.list",
  summary: "Feeds by title, each with its health",
  path: "/feeds",
  row: Feed,
  columns: (alias, ctx) => feedColumns(alias, ctx.now),
  raw: { shape: FeedRow, finish: asFeed },
  sort: "title",
});

/** The feed with its health, or NOT_FOUND. */
export async function feedById(ctx: QueryContext, id: string): Promise<Feed> {
  const found = await row(
    ctx.tx,
    FeedRow,
    Prisma.sql`SELECT ${feedColumns(f, ctx.now)} FROM feed AS f WHERE f.workspace_id = ${ctx.workspaceId}::uuid AND f.id = ${id}::uuid`,
  );
  if (!found) throw notFound("feed");
  return asFeed(found);
}

const DetailRow = FeedRow.extend({ itemCount: z.number().int() });

export const getFeed = query({
  name: "feed.get",
  summary: "One feed with its health",
  allow: "news:read",
  http: { method: "GET", path: "/feeds/{id}" },
  input: GetFeed,
  output: FeedDetail,
  run: async (ctx, { id }) => {
    const found = await row(
      ctx.tx,
      DetailRow,
      Prisma.sql`
        SELECT ${feedColumns(f, ctx.now)},
               (SELECT count(*)::int FROM news_item AS n WHERE n.workspace_id = f.workspace_id AND n.feed_id = f.id) AS "itemCount"
        FROM feed AS f WHERE f.workspace_id = ${ctx.workspaceId}::uuid AND f.id = ${id}::uuid`,
    );
    if (!found) throw notFound("feed");
    return asFeed(found);
  },
});

export const feedSummary = query({
  name: "feed.summary",
  summary: "How many feeds are in each state",
  allow: "news:read",
  input: z.object({}).strict(),
  output: FeedSummary,
  run: async (ctx) => {
    const found = await row(
      ctx.tx,
      FeedSummary,
      Prisma.sql`
        SELECT count(*) FILTER (WHERE state = 'active')::int AS active, count(*) FILTER (WHERE state = 'failing')::int AS failing,
               count(*) FILTER (WHERE state = 'paused')::int AS paused,
               coalesce(array_agg(DISTINCT folder) FILTER (WHERE folder IS NOT NULL), '{}') AS folders
        FROM (SELECT ${feedStateSql(f)} AS state, f.folder FROM feed AS f WHERE f.workspace_id = ${ctx.workspaceId}::uuid) AS s`,
    );
    return found ?? { active: 0, failing: 0, paused: 0, folders: [] };
  },
});
