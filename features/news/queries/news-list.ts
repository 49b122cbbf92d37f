import { z } from "zod";
import { untaggedSql } from "@/features/tags/queries/tags";
import { thesisIdsOf } from "@/features/theses/queries";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { type QueryContext, query } from "@/server/operation";
import { cutPage, decodeCursor, NewestCursor } from "@/server/record/cursor";
import { ListNews, NewsItem, NewsPage } from "../schema";
import { newsColumns } from "./columns";

type Filters = z.output<typeof ListNews>;

/** Microseconds: a cursor cut to milliseconds would give rows of the same millisecond twice. */
const microseconds = Prisma.sql`to_char(p.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const ListRow = NewsItem.extend({ at: z.string() });

/**
 * The reading list. One statement: the page's keys come out of one index range (of the thesis' tags when filtered by
 * thesis, else of the items), and only those rows are dressed with feed and tags; so every page costs the same.
 */
export const listNews = query({
  name: "news.list",
  summary: "News, newest publication first",
  allow: "news:read",
  http: { method: "GET", path: "/news" },
  asOf: true,
  input: ListNews,
  output: NewsPage,
  run: async (ctx, input) => {
    const found = await rows(
      ctx.tx,
      ListRow,
      Prisma.sql`
        WITH p AS MATERIALIZED (${pageKeys(ctx, input)})
        SELECT ${newsColumns}, ${microseconds} AS at
        FROM p JOIN news_item AS i ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = p.id
        LEFT JOIN feed AS f ON f.workspace_id = i.workspace_id AND f.id = i.feed_id
        ORDER BY p.published_at DESC, p.id DESC`,
    );
    // An unknown thesis finds nothing; that it is unknown is worth a question only then.
    if (found.length === 0) await thesisIdsOf(ctx, input.thesis ?? []);
    const { data, nextCursor } = cutPage(found, input.limit, (last) => [last.at, last.id]);
    return { data: data.map(({ at: _, ...item }) => item), nextCursor };
  },
});

/** Matches of a search up to this many are looked at one by one; a word with more stands in every few items anyway. */
const fewMatches = 5000;

/** SQL of the (published_at, id) of the page's rows and one more. */
function pageKeys(ctx: QueryContext, input: Filters): Prisma.Sql {
  const after = decodeCursor(input.cursor, NewestCursor);
  const theses = input.thesis ?? [];
  const limit = Prisma.sql`LIMIT ${input.limit + 1}`;
  const newestFirst = Prisma.sql`ORDER BY published_at DESC, id DESC ${limit}`;
  const items = all([
    ...itemConditions(ctx, input),
    ...publishedConditions(ctx, input, "i.published_at"),
    ...afterConditions(after, "i.published_at", "i.id"),
    ...(theses.length === 0 || input.q ? tagConditions(ctx, input) : []),
    ...foldConditions(ctx, input),
  ]);
  if (input.q) {
    return Prisma.sql`
      SELECT found.published_at, found.id FROM (
        WITH matches AS MATERIALIZED (SELECT m.id FROM door_search_news(${input.q}, ${fewMatches}::int) AS m),
             few AS MATERIALIZED (SELECT count(*) <= ${fewMatches} AS yes FROM matches)
        (SELECT i.published_at, i.id FROM matches JOIN news_item AS i USING (id) WHERE (SELECT yes FROM few) AND ${items} ${newestFirst})
        UNION ALL
        (SELECT i.published_at, i.id FROM news_item AS i
         WHERE NOT (SELECT yes FROM few) AND i.search @@ search_query(${input.q}) AND ${items} ${newestFirst})
      ) AS found`;
  }
  if (theses.length === 0)
    return Prisma.sql`SELECT i.published_at, i.id FROM news_item AS i WHERE ${items} ${newestFirst}`;
  const range = (thesis: Prisma.Sql) => taggedKeys(ctx, input, thesis, after);
  // One thesis is one index range, read in order. Several: the first rows of each range hold the first rows of all.
  if (theses.length === 1)
    return Prisma.sql`${range(Prisma.sql`(${thesisIds(ctx, theses)} LIMIT 1)`)} ${limit}`;
  return Prisma.sql`SELECT DISTINCT k.published_at, k.id
    FROM (${thesisIds(ctx, theses)}) AS chosen CROSS JOIN LATERAL (${range(Prisma.sql`chosen.id`)} ${limit}) AS k
    ORDER BY k.published_at DESC, k.id DESC ${limit}`;
}

function taggedKeys(ctx: QueryContext, input: Filters, thesis: Prisma.Sql, after: Cursor): Prisma.Sql {
  const items = [...itemConditions(ctx, input).slice(1), ...foldConditions(ctx, input)];
  const join =
    items.length > 0
      ? Prisma.sql`JOIN news_item AS i ON i.workspace_id = t.workspace_id AND i.id = t.subject_id`
      : Prisma.empty;
  const conditions = [
    Prisma.sql`t.workspace_id = ${ctx.workspaceId}::uuid AND t.thesis_id = ${thesis} AND t.superseded_at IS NULL`,
    ...publishedConditions(ctx, input, "t.published_at"),
    ...afterConditions(after, "t.published_at", "t.subject_id"),
    ...stanceConditions(input),
    ...items,
  ];
  return Prisma.sql`SELECT t.published_at, t.subject_id AS id FROM news_tag AS t ${join}
    WHERE ${all(conditions)} ORDER BY t.published_at DESC, t.subject_id DESC`;
}

type Cursor = [string, string] | null;
type AtColumn = "i.published_at" | "t.published_at";

/** Conditions on a news_item `i`; the first names the workspace. */
function itemConditions(ctx: QueryContext, input: Filters): Prisma.Sql[] {
  const conditions = [Prisma.sql`i.workspace_id = ${ctx.workspaceId}::uuid`];
  const [feed, ...moreFeeds] = input.feed ?? [];
  if (feed && moreFeeds.length === 0) conditions.push(Prisma.sql`i.feed_id = ${feed}::uuid`);
  else if (feed) conditions.push(Prisma.sql`i.feed_id = ANY(${input.feed}::uuid[])`);
  const [language, ...moreLanguages] = input.language ?? [];
  if (language && moreLanguages.length === 0) conditions.push(Prisma.sql`i.language = ${language}`);
  else if (language) conditions.push(Prisma.sql`i.language = ANY(${input.language}::text[])`);
  // One kind is said as the partial indexes say it.
  const [kind, ...moreKinds] = input.kind ?? [];
  if (kind && moreKinds.length === 0) conditions.push(Prisma.sql`i.kind = ${kind}::"NewsKind"`);
  else if (kind) conditions.push(Prisma.sql`i.kind = ANY(${input.kind}::"NewsKind"[])`);
  if (input.company?.length) {
    conditions.push(Prisma.sql`i.id IN (SELECT c.news_item_id FROM news_company AS c
      WHERE c.workspace_id = ${ctx.workspaceId}::uuid AND c.company_id = ANY(${input.company}::uuid[]))`);
  }
  if (input.untagged) conditions.push(untaggedSql);
  if (input.doubtful) conditions.push(Prisma.sql`NOT i.date_stated`);
  if (input.seenFrom) conditions.push(Prisma.sql`i.first_seen_at >= ${midnight(ctx, input.seenFrom)}`);
  if (input.seenTo) conditions.push(Prisma.sql`i.first_seen_at < ${midnight(ctx, input.seenTo)}`);
  return conditions;
}

/** Theses or stance asked for beside a text search, or a stance of any thesis. */
function tagConditions(ctx: QueryContext, input: Filters): Prisma.Sql[] {
  if (!input.thesis?.length && !input.stance?.length) return [];
  const theses = input.thesis?.length ? [Prisma.sql`t.thesis_id IN (${thesisIds(ctx, input.thesis)})`] : [];
  const tag = all([
    Prisma.sql`t.workspace_id = ${ctx.workspaceId}::uuid AND t.subject_id = i.id AND t.superseded_at IS NULL`,
    ...theses,
    ...stanceConditions(input),
  ]);
  return [Prisma.sql`EXISTS (SELECT 1 FROM news_tag AS t WHERE ${tag})`];
}

/** One item a story: no other item of the story of `i` passes the same filters and was published before it. */
function foldConditions(ctx: QueryContext, input: Filters): Prisma.Sql[] {
  if (!input.fold) return [];
  const others = all([
    ...itemConditions(ctx, input),
    ...publishedConditions(ctx, input, "i.published_at"),
    ...tagConditions(ctx, input),
    ...(input.q ? [Prisma.sql`i.search @@ search_query(${input.q})`] : []),
  ]);
  // Within, `i` is the other item: the conditions are the list's own.
  return [
    Prisma.sql`NOT EXISTS (
      SELECT 1 FROM (SELECT i.workspace_id, i.id, i.published_at) AS shown
      JOIN story_member AS m ON m.workspace_id = shown.workspace_id AND m.news_item_id = shown.id
      JOIN story_member AS o ON o.workspace_id = m.workspace_id AND o.story_id = m.story_id AND o.news_item_id <> m.news_item_id
      JOIN news_item AS i ON i.workspace_id = o.workspace_id AND i.id = o.news_item_id
      WHERE (i.published_at, i.id) < (shown.published_at, shown.id) AND ${others})`,
  ];
}

function stanceConditions(input: Filters): Prisma.Sql[] {
  return input.stance?.length ? [Prisma.sql`t.stance = ANY(${input.stance}::"Stance"[])`] : [];
}

function publishedConditions(ctx: QueryContext, { from, to }: Filters, column: AtColumn): Prisma.Sql[] {
  const at = Prisma.raw(column);
  return [
    ...(from ? [Prisma.sql`${at} >= ${midnight(ctx, from)}`] : []),
    ...(to ? [Prisma.sql`${at} < ${midnight(ctx, to)}`] : []),
  ];
}

/** SQL: a day begins at midnight in the workspace's zone, whatever the server's. */
function midnight(ctx: QueryContext, day: string): Prisma.Sql {
  return Prisma.sql`(${day}::timestamp AT TIME ZONE ${ctx.workspace.timeZone})`;
}

function afterConditions(after: Cursor, at: AtColumn, id: "i.id" | "t.subject_id"): Prisma.Sql[] {
  return after
    ? [Prisma.sql`(${Prisma.raw(at)}, ${Prisma.raw(id)}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`]
    : [];
}

function thesisIds(ctx: QueryContext, refs: string[]): Prisma.Sql {
  return Prisma.sql`SELECT th.id FROM thesis AS th WHERE th.workspace_id = ${ctx.workspaceId}::uuid
    AND (th.slug = ANY(${refs}::text[]) OR th.id::text = ANY(${refs.map((ref) => ref.toLowerCase())}::text[]))`;
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(conditions, " AND ");
}
