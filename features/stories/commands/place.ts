import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { type CommandContext, command } from "@/server/operation";
import { addressBand, bandsOf } from "../domain/bands";
import { type Candidate, chooseStory, windowDays } from "../domain/choose-story";
import { type Reading, readingOf } from "../domain/reading";
import { Placed, PlaceItems } from "../schema";

export const placeItems = command({
  name: "story.place",
  summary: "Find the stories that items tell",
  allow: "news:write",
  input: PlaceItems,
  output: Placed,
  run: (ctx, { ids }) => {
    ctx.unaudited();
    return place(ctx, ids);
  },
});

/**
 * Puts items into the stories they tell. Only what meets an item in a band is looked at, so the cost of one does not grow with
 * what is stored. Items that a person placed stay where they are; running it again changes nothing.
 */
export async function place(ctx: CommandContext, ids: string[]): Promise<z.infer<typeof Placed>> {
  // Two jobs at once could each begin a story of the same news.
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(7261004, hashtext(${ctx.workspaceId}))`;
  const items = await unplaced(ctx, ids);
  await saveBands(ctx, items);
  const placed = storiesOf(items, await meeting(ctx, items));
  await keep(ctx, placed);
  const joined = placed.filter(({ id, storyId }) => id !== storyId).length;
  return { joined, alone: placed.length - joined };
}

/** Each item's story. What comes later in the same batch meets an item where this puts it. */
function storiesOf(items: Item[], candidates: Map<string, Candidate[]>): { id: string; storyId: string }[] {
  const waiting = new Set(items.map(({ id }) => id));
  const stories = new Map<string, string>();
  return items.map((item) => {
    waiting.delete(item.id);
    const met = (candidates.get(item.id) ?? [])
      // One that waits and stands alone follows this one, not the other way round.
      .filter(({ id, storyId }) => !(waiting.has(id) && storyId === id))
      .map((one) => ({ ...one, storyId: stories.get(one.id) ?? one.storyId }));
    const storyId = chooseStory(item, met) ?? item.id;
    stories.set(item.id, storyId);
    return { id: item.id, storyId };
  });
}

const Row = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  url: z.string().nullable(),
  publishedAt: z.coerce.date(),
});
type Item = z.infer<typeof Row> & { reading: Reading };
const read = <Told extends { title: string }>(told: Told) => ({ ...told, reading: readingOf(told.title) });
const columns = Prisma.sql`i.id, i.title, left(i.text, 1000) AS text, i.url, i.published_at AS "publishedAt"`;

/** Those nobody placed by hand, earliest first: the first to tell a story names it. */
async function unplaced(ctx: CommandContext, ids: string[]): Promise<Item[]> {
  const found = await rows(
    ctx.tx,
    Row,
    Prisma.sql`SELECT ${columns} FROM news_item AS i
      LEFT JOIN story_member AS m ON m.workspace_id = i.workspace_id AND m.news_item_id = i.id
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ANY(${ids}::uuid[]) AND m.settled IS NOT TRUE
        -- An item that others followed into its story stays its beginning.
        AND NOT EXISTS (SELECT 1 FROM story_member AS o WHERE o.workspace_id = i.workspace_id AND o.story_id = i.id AND o.news_item_id <> i.id)
      ORDER BY i.published_at, i.id`,
  );
  return found.map(read);
}

async function saveBands(ctx: CommandContext, items: Item[]): Promise<void> {
  const bands = items.flatMap((item) =>
    [...new Set(bandsOf(item))].map((band) => ({ band, id: item.id, at: item.publishedAt.toISOString() })),
  );
  await ctx.tx.storyBand.deleteMany({
    where: { workspaceId: ctx.workspaceId, newsItemId: { in: items.map(({ id }) => id) } },
  });
  await ctx.tx.$executeRaw`
    INSERT INTO story_band (workspace_id, band, news_item_id, published_at)
    SELECT ${ctx.workspaceId}::uuid, g.band, g.id, g.at
    FROM jsonb_to_recordset(${JSON.stringify(bands)}::jsonb) AS g (band bigint, id uuid, at timestamptz)`;
}

/** More than these in one band is a pattern ("Weather warning"), not a story; the latest are looked at. */
const maxPerBand = 50;

const Pair = z.object({ itemId: z.string(), id: z.string() });
const Told = Row.extend({ storyId: z.string() });

/** The items that meet each item, with what they say: each of them is read once. */
async function meeting(ctx: CommandContext, items: Item[]): Promise<Map<string, Candidate[]>> {
  const met = await pairsIn(ctx, items);
  const told = await rows(
    ctx.tx,
    Told,
    Prisma.sql`SELECT ${columns}, coalesce(m.story_id, i.id) AS "storyId" FROM news_item AS i
      LEFT JOIN story_member AS m ON m.workspace_id = i.workspace_id AND m.news_item_id = i.id
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ANY(${[...new Set(met.map(({ id }) => id))]}::uuid[])`,
  );
  const candidates = new Map(told.map((one) => [one.id, read(one)]));
  const byItem = new Map<string, Candidate[]>(items.map(({ id }) => [id, []]));
  for (const { itemId, id } of met) {
    const candidate = candidates.get(id);
    if (candidate) byItem.get(itemId)?.push(candidate);
  }
  return byItem;
}

/** Which items meet which: in a band within the window of time, or at one address whenever. */
function pairsIn(ctx: CommandContext, items: Item[]): Promise<z.infer<typeof Pair>[]> {
  const addresses = items.flatMap(({ url }) => (url === null ? [] : [addressBand(url)]));
  return rows(
    ctx.tx,
    Pair,
    Prisma.sql`
      WITH mine AS MATERIALIZED (SELECT band, news_item_id, published_at FROM story_band
        WHERE workspace_id = ${ctx.workspaceId}::uuid AND news_item_id = ANY(${items.map(({ id }) => id)}::uuid[]))
      SELECT DISTINCT mine.news_item_id AS "itemId", b.news_item_id AS id
      FROM mine CROSS JOIN LATERAL (
        SELECT o.news_item_id, o.published_at FROM story_band AS o
        WHERE o.workspace_id = ${ctx.workspaceId}::uuid AND o.band = mine.band AND o.news_item_id <> mine.news_item_id
        ORDER BY o.news_item_id DESC LIMIT ${maxPerBand}) AS b
      WHERE b.published_at BETWEEN mine.published_at - make_interval(hours => ${24 * windowDays}) AND mine.published_at + make_interval(hours => ${24 * windowDays})
         OR mine.band = ANY(${addresses}::bigint[])`,
  );
}

async function keep(ctx: CommandContext, placed: { id: string; storyId: string }[]): Promise<void> {
  await ctx.tx.$executeRaw`
    INSERT INTO story_member AS m (workspace_id, news_item_id, story_id, placed_at)
    SELECT ${ctx.workspaceId}::uuid, g.id, g."storyId", ${ctx.now}
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) AS g (id uuid, "storyId" uuid)
    ON CONFLICT (workspace_id, news_item_id) DO UPDATE SET story_id = excluded.story_id, placed_at = excluded.placed_at
      WHERE NOT m.settled AND m.story_id <> excluded.story_id`;
}
