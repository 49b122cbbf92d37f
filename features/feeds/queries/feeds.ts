import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { cutPage, decodeCursor } from "@/server/record/cursor";
import { type Feed, FeedDetail, FeedPage, FeedSummary, GetFeed, ListFeeds } from "../schema";
import { asFeed, FeedRow, feedColumns, feedStateSql } from "./columns";

const TitleCursor = z.tuple([z.string(), z.uuid()]);
const ListRow = FeedRow.extend({ sortTitle: z.string() });

export const listFeeds = query({
  name: "feed.list",
  summary: "Feeds by title, each with its health",
  allow: "news:read",
  http: { method: "GET", path: "/feeds" },
  input: ListFeeds,
  output: FeedPage,
  run: async (ctx, input) => {
    const found = await rows(
      ctx.tx,
      ListRow,
      Prisma.sql`
        WITH f AS (SELECT * FROM feed AS f WHERE ${listConditions(ctx, input)} ORDER BY lower(f.title), f.id LIMIT ${input.limit + 1})
        SELECT ${feedColumns(ctx.now)}, lower(f.title) AS "sortTitle" FROM f ORDER BY lower(f.title), f.id`,
    );
    const { data, nextCursor } = cutPage(found, input.limit, (last) => [last.sortTitle, last.id]);
    return { data: data.map(({ sortTitle: _, ...feed }) => asFeed(feed)), nextCursor };
  },
});

function listConditions(
  ctx: QueryContext,
  { status, folder, q, cursor }: z.output<typeof ListFeeds>,
): Prisma.Sql {
  const after = decodeCursor(cursor, TitleCursor);
  const like = q ? `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : "";
  return Prisma.join(
    [
      Prisma.sql`f.workspace_id = ${ctx.workspaceId}::uuid`,
      ...(status ? [Prisma.sql`${feedStateSql} = ${status}`] : []),
      ...(folder ? [Prisma.sql`f.folder = ${folder}`] : []),
      ...(q ? [Prisma.sql`(f.title ILIKE ${like} OR f.url ILIKE ${like})`] : []),
      ...(after ? [Prisma.sql`(lower(f.title), f.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
    ],
    " AND ",
  );
}

/** The feed with its health, or NOT_FOUND. */
export async function feedById(ctx: QueryContext, id: string): Promise<Feed> {
  const found = await row(
    ctx.tx,
    FeedRow,
    Prisma.sql`SELECT ${feedColumns(ctx.now)} FROM feed AS f WHERE f.workspace_id = ${ctx.workspaceId}::uuid AND f.id = ${id}::uuid`,
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
        SELECT ${feedColumns(ctx.now)},
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
        FROM (SELECT ${feedStateSql} AS state, f.folder FROM feed AS f WHERE f.workspace_id = ${ctx.workspaceId}::uuid) AS s`,
    );
    return found ?? { active: 0, failing: 0, paused: 0, folders: [] };
  },
});
