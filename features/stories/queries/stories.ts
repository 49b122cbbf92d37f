import { z } from "zod";
import { records } from "@/features/records";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { list } from "@/server/record/list";
import { instantSql } from "@/server/sql/time";
import { isNear } from "../domain/choose-story";
import { readingOf } from "../domain/reading";
import { proposalScore, type Telling } from "../domain/same-story";
import { GetStory, Story, StoryItem, StoryOfItem } from "../schema";

/** The story an item `i` belongs to: its own, when nobody placed it. */
const storyOf = Prisma.sql`coalesce(m.story_id, i.id)`;
const placedAndFed = Prisma.sql`
  LEFT JOIN story_member AS m ON m.workspace_id = i.workspace_id AND m.news_item_id = i.id
  LEFT JOIN feed AS f ON f.workspace_id = i.workspace_id AND f.id = i.feed_id`;
const itemTables = Prisma.sql`news_item AS i ${placedAndFed}`;
/** Who told it. Two addresses of one host are one source. */
const source = Prisma.sql`coalesce(f.title, substring(i.url FROM '^https?://(?:www\\.)?([^/:]+)'))`;
const itemJson = Prisma.sql`json_build_object('id', i.id, 'title', i.title, 'url', i.url,
  'publishedAt', ${instantSql(Prisma.sql`i.published_at`)}, 'source', ${source}, 'settled', coalesce(m.settled, false))`;

/** Items of a story that are told with it: the earliest. */
const maxItems = 50;

/** The columns of a Story of the table `s` with its id. */
const storyColumns = Prisma.sql`s.id, told.*`;
const told = Prisma.sql`CROSS JOIN LATERAL (
  SELECT (array_agg(i.title ORDER BY i.published_at, i.id))[1] AS title, ${instantSql(Prisma.sql`min(i.published_at)`)} AS "publishedAt",
         count(*)::int AS "itemCount", count(DISTINCT coalesce(${source}, i.id::text))::int AS "sourceCount",
         (json_agg(${itemJson} ORDER BY i.published_at, i.id)) AS items
  FROM (SELECT s.id UNION SELECT o.news_item_id FROM story_member AS o
        WHERE o.workspace_id = (SELECT current_workspace()) AND o.story_id = s.id) AS member
  JOIN news_item AS i ON i.workspace_id = (SELECT current_workspace()) AND i.id = member.id ${placedAndFed}
  WHERE ${storyOf} = s.id) AS told`;

/** The whole of one story, or NOT_FOUND. `id`: the story's, or that of any item of it. */
export async function storyById(ctx: QueryContext, id: string): Promise<Story> {
  const found = await row(
    ctx.tx,
    Story,
    Prisma.sql`
      WITH s AS (SELECT ${storyOf} AS id FROM ${itemTables} WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ${id}::uuid)
      SELECT ${storyColumns} FROM s ${told}`,
  );
  if (!found) throw notFound("story");
  return { ...found, items: found.items.slice(0, maxItems) };
}

export const getStory = query({
  name: "story.get",
  summary: "A story with the items that tell it; the id of any of them will do",
  allow: "news:read",
  http: { method: "GET", path: "/stories/{id}" },
  asOf: true,
  input: GetStory,
  output: Story,
  run: (ctx, { id }) => storyById(ctx, id),
});

export const storyOfItem = query({
  name: "story.ofItem",
  summary: "The story an item tells, and items like it that stand apart",
  allow: "news:read",
  http: { method: "GET", path: "/news/{id}/story" },
  input: GetStory,
  output: StoryOfItem,
  run: async (ctx, { id }) => {
    const story = await storyById(ctx, id);
    return { story, similar: await similarTo(ctx, id, story.id) };
  },
});

/** Of those that meet an item, so many are weighed. */
const maxMet = 200;
const maxSimilar = 10;
const Met = z.object({ item: StoryItem, text: z.string() });

/** Items that meet this one and belong to another story, the likeliest to tell the same first, ten at most. */
async function similarTo(ctx: QueryContext, id: string, storyId: string): Promise<StoryItem[]> {
  const met = await rows(
    ctx.tx,
    Met,
    Prisma.sql`
      WITH met AS (
        SELECT o.news_item_id AS id, count(*) AS bands FROM story_band AS b
        JOIN story_band AS o ON o.workspace_id = b.workspace_id AND o.band = b.band AND o.news_item_id <> b.news_item_id
        WHERE b.workspace_id = ${ctx.workspaceId}::uuid AND b.news_item_id = ${id}::uuid
        GROUP BY 1 ORDER BY 2 DESC, 1 DESC LIMIT ${maxMet}::int)
      SELECT ${itemJson} AS item, left(i.text, 1000) AS text
      FROM (SELECT id FROM met UNION SELECT ${id}::uuid) AS chosen
      JOIN news_item AS i ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = chosen.id ${placedAndFed}
      WHERE ${storyOf} <> ${storyId}::uuid OR i.id = ${id}::uuid`,
  );
  const told = met.map((one) => ({ ...one, ...tellingOf(one) }));
  const asked = told.find(({ item }) => item.id === id);
  if (!asked) return [];
  return told
    .filter((one) => one !== asked && isNear(asked, one))
    .map((one) => ({ item: one.item, score: proposalScore(asked, one) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.item.id.localeCompare(a.item.id))
    .slice(0, maxSimilar)
    .map(({ item }) => item);
}

function tellingOf({ item, text }: z.infer<typeof Met>): Telling {
  return { reading: readingOf(item.title), text, publishedAt: new Date(item.publishedAt) };
}

export const listStories = list(records.stories, {
  name: "story.list",
  summary: "Stories, newest first by their earliest item, each with who told it",
  path: "/stories",
  asOf: true,
  row: Story,
  columns: () => storyColumns,
  joins: () => told,
  raw: { shape: Story, finish: (story) => ({ ...story, items: story.items.slice(0, maxItems) }) },
  sort: "-published",
});
