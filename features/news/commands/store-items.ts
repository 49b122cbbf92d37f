import { z } from "zod";
import { indexTerms } from "@/lib/text/search-terms";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import type { CommandContext } from "@/server/operation";
import { indexRows } from "@/server/sql/search";
import { newsArrived, newsChanged } from "../events";
import { newsIndex } from "../record";
import { emitNews } from "./emit-news";
import { type FetchedItem, type PreparedItem, prepareItem } from "./prepare-item";

/**
 * Stores what a feed brought (or, without one, an import): items it never brought before are new, known ones are compared by the hash of what they say,
 * and what a changed one said before becomes a revision. A few statements, however many items. The ids of both, and how many items
 * were there twice.
 */
export async function storeItems(
  ctx: CommandContext,
  feedId: string | null,
  items: readonly FetchedItem[],
): Promise<{ created: string[]; updated: string[]; repeated: number }> {
  const bySource = new Map<string, FetchedItem>();
  for (const item of items) if (!bySource.has(item.sourceKey)) bySource.set(item.sourceKey, item);
  // Feeds put the newest first. Ids grow, and break ties between undated items: the last of the document gets the first.
  const given = [...bySource.values()].reverse().map((item) => prepareItem(ctx.now, item));
  const known = await knownHashes(ctx, feedId, [...bySource.keys()]);
  const prepared = await underKnownKeys(ctx, feedId, given, known);
  const fresh = prepared.filter((item) => !known.has(item.sourceKey));
  const changed = prepared.filter(
    (item) => known.has(item.sourceKey) && known.get(item.sourceKey) !== item.contentHash,
  );
  const created = await insertItems(ctx, feedId, fresh);
  const updated = await replaceItems(ctx, feedId, changed);
  emitNews(ctx, newsArrived, created);
  emitNews(ctx, newsChanged, updated);
  return { created, updated, repeated: items.length - bySource.size };
}

async function knownHashes(
  ctx: CommandContext,
  feedId: string | null,
  keys: string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const found = await rows(
    ctx.tx,
    z.object({ sourceKey: z.string(), contentHash: z.string() }),
    Prisma.sql`SELECT source_key AS "sourceKey", content_hash AS "contentHash" FROM news_item
      WHERE workspace_id = ${ctx.workspaceId}::uuid AND ${ofFeed(feedId)} AND source_key = ANY(${keys}::text[])`,
  );
  return new Map(found.map(({ sourceKey, contentHash }) => [sourceKey, contentHash]));
}

const Renamed = z.object({ given: z.string(), sourceKey: z.string(), contentHash: z.string() });

/**
 * The same items, those the feed brought before under another key under that one: a source that changes its guids still has the
 * same address and title. What the document itself holds twice is told apart by its keys alone.
 */
async function underKnownKeys(
  ctx: CommandContext,
  feedId: string | null,
  items: PreparedItem[],
  known: Map<string, string>,
): Promise<PreparedItem[]> {
  const page = ({ url, title }: PreparedItem) => `${url}\n${title}`;
  const pages = items.map(page);
  const twice = new Set(pages.filter((one, at) => pages.indexOf(one) !== at));
  const asked = items.filter(
    (item) => item.url !== null && !known.has(item.sourceKey) && !twice.has(page(item)),
  );
  if (feedId === null || asked.length === 0) return items;
  const found = await rows(
    ctx.tx,
    Renamed,
    Prisma.sql`
      SELECT DISTINCT ON (g."sourceKey") g."sourceKey" AS given, i.source_key AS "sourceKey", i.content_hash AS "contentHash"
      FROM jsonb_to_recordset(${JSON.stringify(asked.map(({ sourceKey, url, title }) => ({ sourceKey, url, title })))}::jsonb)
           AS g ("sourceKey" text, url text, title text)
      JOIN news_item AS i ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.url = g.url AND i.title = g.title
      WHERE i.feed_id = ${feedId}::uuid AND i.source_key <> ALL(${items.map(({ sourceKey }) => sourceKey)}::text[])
      ORDER BY g."sourceKey", i.id`,
  );
  for (const { sourceKey, contentHash } of found) known.set(sourceKey, contentHash);
  const keys = new Map(found.map(({ given, sourceKey }) => [given, sourceKey]));
  return items.map((item) => ({ ...item, sourceKey: keys.get(item.sourceKey) ?? item.sourceKey }));
}

/** SQL condition, said so that the index serves it. */
function ofFeed(feedId: string | null): Prisma.Sql {
  return feedId === null ? Prisma.sql`feed_id IS NULL` : Prisma.sql`feed_id = ${feedId}::uuid`;
}

const Stored = z.object({ id: z.string() });

/** The prepared items as a table `g`. */
function given(items: (PreparedItem & { terms?: string[] })[]): Prisma.Sql {
  return Prisma.sql`g AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS g (
    id uuid, "revisionId" uuid, "sourceKey" text, url text, title text, author text, language text, excerpt text, text text, terms text[],
    html text, source text, kind text, "publishedAt" timestamptz, "dateStated" boolean, "publishedDay" date, "assumedZone" text, "claimedAt" timestamptz, "contentHash" text))`;
}

/** Another worker may have stored the same item in between: then it is not ours to count. */
async function insertItems(
  ctx: CommandContext,
  feedId: string | null,
  items: PreparedItem[],
): Promise<string[]> {
  if (items.length === 0) return [];
  const found = items.map((item) => ({ ...item, terms: indexTerms(`${item.title}\n${item.text}`) }));
  const stored = await rows(
    ctx.tx,
    Stored,
    Prisma.sql`
      WITH ${given(found)}, inserted AS (
        INSERT INTO news_item (workspace_id, id, feed_id, source_key, url, title, author, language, excerpt, text,
                               search, published_at, date_stated, published_day, assumed_zone, claimed_at, first_seen_at, updated_at, content_hash, source_name, kind)
        SELECT ${ctx.workspaceId}::uuid, g.id, ${feedId}::uuid, g."sourceKey", g.url, g.title, g.author, g.language, g.excerpt, g.text,
               array_to_tsvector(g.terms), g."publishedAt", g."dateStated", g."publishedDay", g."assumedZone", g."claimedAt", ${ctx.now}, ${ctx.now}, g."contentHash", g.source, g.kind::"NewsKind"
        FROM g ON CONFLICT (workspace_id, feed_id, source_key) DO NOTHING RETURNING id
      ), content AS (
        INSERT INTO news_content (workspace_id, news_item_id, html)
        SELECT ${ctx.workspaceId}::uuid, g.id, g.html FROM g JOIN inserted USING (id) WHERE g.html <> ''
      )
      SELECT id FROM inserted`,
  );
  return stored.map(({ id }) => id);
}

/** SQL: what the source says now, unless a person corrected that field. */
function unlessCorrected(field: string, column: string): Prisma.Sql {
  const name = Prisma.raw(column);
  return Prisma.sql`${name} = CASE WHEN ${field} = ANY(i.corrected) THEN i.${name} ELSE g.${name} END`;
}

/**
 * A date once stated stays; an item that had none takes the one its source states now. What a person corrected stays, and with
 * a corrected text the source's markup, which would be shown in its place, is left out.
 */
async function replaceItems(
  ctx: CommandContext,
  feedId: string | null,
  items: PreparedItem[],
): Promise<string[]> {
  if (items.length === 0 || feedId === null) return [];
  const stored = await rows(
    ctx.tx,
    Stored,
    Prisma.sql`
      WITH ${given(items)}, old AS (
        SELECT i.id AS item, i.title, i.url, i.published_at, i.excerpt, g."revisionId",
               CASE WHEN 'text' = ANY(i.corrected) THEN '' ELSE g.html END AS new_html
        FROM g JOIN news_item AS i ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.feed_id = ${feedId}::uuid AND i.source_key = g."sourceKey"
      ), revision AS (
        INSERT INTO news_revision (workspace_id, id, news_item_id, title, url, published_at, excerpt, replaced_at)
        SELECT ${ctx.workspaceId}::uuid, "revisionId", item, title, url, published_at, excerpt, ${ctx.now} FROM old
      ), content AS (
        INSERT INTO news_content (workspace_id, news_item_id, html) SELECT ${ctx.workspaceId}::uuid, item, new_html FROM old WHERE new_html <> ''
        ON CONFLICT (workspace_id, news_item_id) DO UPDATE SET html = excluded.html
      ), emptied AS (
        DELETE FROM news_content AS c USING old WHERE c.workspace_id = ${ctx.workspaceId}::uuid AND c.news_item_id = old.item AND old.new_html = ''
      ), updated AS (
        UPDATE news_item AS i SET ${Prisma.join([
          unlessCorrected("title", "title"),
          unlessCorrected("url", "url"),
          unlessCorrected("author", "author"),
          unlessCorrected("language", "language"),
          unlessCorrected("text", "excerpt"),
          unlessCorrected("text", "text"),
        ])},
          published_at = CASE WHEN NOT i.date_stated AND g."dateStated" THEN g."publishedAt" ELSE i.published_at END,
          published_day = CASE WHEN i.date_stated THEN i.published_day ELSE g."publishedDay" END,
          assumed_zone = CASE WHEN i.date_stated THEN i.assumed_zone ELSE g."assumedZone" END,
          date_stated = i.date_stated OR g."dateStated", claimed_at = CASE WHEN i.date_stated THEN i.claimed_at ELSE g."claimedAt" END,
          updated_at = ${ctx.now}, content_hash = g."contentHash", version = i.version + 1
        FROM g WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.feed_id = ${feedId}::uuid AND i.source_key = g."sourceKey"
        RETURNING i.id
      )
      SELECT id FROM updated`,
  );
  const ids = stored.map(({ id }) => id);
  // Which of its words an item keeps, since a person corrected them, it says itself.
  await indexRows(ctx, newsIndex, ids);
  return ids;
}
