import type { Pool } from "pg";
import { listCompanies } from "@/features/companies/queries";
import { listNews } from "@/features/news/queries/news-list";
import { records } from "@/features/records";
import { signals } from "@/features/trends/queries/trends";
import type { Counting } from "@/features/trends/schema";
import { searchQuery, tsquery } from "@/lib/text/search-terms";
import type { Context } from "@/server/context";
import { encodeCursor } from "@/server/record/cursor";
import { type After, cursorOf, sortOf } from "@/server/record/sort";

export type Case = {
  name: string;
  runs: number;
  operation: () => Promise<unknown>;
  floor: () => Promise<unknown>;
};

const pageSize = 25;
/** The cursor of the page that a reader reaches after turning 10,000 pages of 25. */
const deepRow = 10_000 * pageSize;

/** What is timed: an operation through its whole factory, against the same question put to PostgreSQL by hand. */
export async function cases(context: Context, pool: Pool, items: number): Promise<Case[]> {
  const theses = await pool.query("SELECT id, slug FROM thesis WHERE slug LIKE 'bench-%' ORDER BY position");
  const slugs = theses.rows.map((row) => String(row.slug));
  const top = { id: String(theses.rows[0]?.id), slug: slugs[0] ?? "" };
  const range = { from: "2022-11-07", to: "2024-11-04" };
  const halfway = "2024-01-01";
  const deep = await cursorAfter(pool, context.workspaceId, top.id, Math.min(deepRow, Math.floor(items / 8)));
  const cursor = encodeCursor(cursorOf(sortOf(records.news, "-published"), deep));
  // Without the total, which a question put by hand would not ask for on each page.
  const page = { thesis: [top.slug], limit: pageSize, total: false };
  const first = () => listNews(context, page);
  const later = () => listNews(context, { ...page, cursor });
  const trend = (counting: Counting, asOf?: string) => () =>
    signals(context, { thesis: slugs, bucket: "week", measure: "count", counting, ...range, asOf });
  return [
    {
      name: "trend-50x104w",
      runs: 100,
      operation: trend("items"),
      floor: () =>
        pool.query(rawTrend, [context.workspaceId, theses.rows.map((row) => row.id), range.from, range.to]),
    },
    // What it costs to count something else than items, as multiples of counting these.
    { name: "trend-stories-50x104w", runs: 10, operation: trend("stories"), floor: trend("items") },
    { name: "trend-sources-50x104w", runs: 10, operation: trend("sources"), floor: trend("items") },
    {
      name: "news-first-page",
      runs: 300,
      operation: first,
      floor: () => pool.query(rawNews(""), [context.workspaceId, top.id, pageSize + 1]),
    },
    {
      name: "news-page-10000",
      runs: 300,
      operation: later,
      floor: () =>
        pool.query(rawNews("AND (t.published_at, t.subject_id) < ($4::timestamptz, $5::uuid)"), [
          context.workspaceId,
          top.id,
          pageSize + 1,
          deep.key,
          deep.id,
        ]),
    },
    {
      name: "all-news-first-page",
      runs: 300,
      operation: () => listNews(context, { limit: pageSize, total: false }),
      floor: () => pool.query(rawAllNews, [context.workspaceId, pageSize + 1]),
    },
    // What it costs to tell the total, too.
    {
      name: "news-first-page-total",
      runs: 300,
      operation: () => listNews(context, { ...page, total: true }),
      floor: first,
    },
    {
      name: "all-news-first-page-total",
      runs: 300,
      operation: () => listNews(context, { limit: pageSize }),
      floor: () => listNews(context, { limit: pageSize, total: false }),
    },
    // What the past costs, as multiples of the present.
    { name: "trend-as-of-50x104w", runs: 10, operation: trend("items", halfway), floor: trend("items") },
    {
      name: "news-first-page-as-of",
      runs: 30,
      operation: () => listNews(context, { ...page, asOf: halfway }),
      floor: first,
    },
    {
      name: "all-news-first-page-as-of",
      runs: 30,
      operation: () => listNews(context, { limit: pageSize, total: false, asOf: halfway }),
      floor: () => listNews(context, { limit: pageSize, total: false }),
    },
    // The floor of this pair is the first page through the operation itself: the two should cost the same.
    { name: "news-page-10000-vs-first", runs: 300, operation: later, floor: first },
    ...["Company 4242", "公司 42"].map((q) => ({
      name: `company-search ${q}`,
      runs: 100,
      operation: () => listCompanies(context, { q, limit: pageSize }),
      floor: () =>
        pool.query(rawCompanies, [context.workspaceId, asked(q), `${q.toLowerCase()}%`, pageSize + 1]),
    })),
    // Rare, of a few hundred items, and in every few items.
    ...["4242", "chip voice robot", "model", "机器人 语音"].map((q) => ({
      name: `news-search ${q}`,
      runs: 100,
      operation: () => listNews(context, { q, limit: pageSize }),
      floor: () => pool.query(rawSearch, [context.workspaceId, asked(q), pageSize + 1]),
    })),
  ];
}

function asked(words: string): string | null {
  const query = searchQuery(words);
  return query && tsquery(query);
}

async function cursorAfter(pool: Pool, workspaceId: string, thesisId: string, row: number): Promise<After> {
  const found = await pool.query(
    `SELECT to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS key, subject_id AS id FROM news_tag
     WHERE workspace_id = $1 AND thesis_id = $2 AND superseded_at IS NULL ORDER BY published_at DESC, subject_id DESC OFFSET $3 LIMIT 1`,
    [workspaceId, thesisId, row],
  );
  return { key: String(found.rows[0]?.key), id: String(found.rows[0]?.id) };
}

// What a person would write against the rollup: only buckets that have items, no shares, nothing filled in.
const rawTrend = `
  SELECT thesis_id, date_trunc('week', day)::date AS start, sum(for_count)::int AS for, sum(against_count)::int AS against,
         sum(neutral_count)::int AS neutral
  FROM signal_day WHERE workspace_id = $1 AND thesis_id = ANY($2::uuid[]) AND day >= $3::date AND day < $4::date
  GROUP BY 1, 2 ORDER BY 1, 2`;

const newsColumns = `
  SELECT i.id, i.title, i.url, i.kind, i.language, i.excerpt, i.published_at, i.first_seen_at, i.feed_id, f.title AS feed,
         (SELECT json_agg(json_build_object('thesis', th.slug, 'stance', g.stance, 'strength', g.strength, 'origin', g.origin))
          FROM news_tag AS g JOIN thesis AS th ON th.workspace_id = g.workspace_id AND th.id = g.thesis_id
          WHERE g.workspace_id = $1 AND g.subject_id = i.id AND g.superseded_at IS NULL) AS tags,
         (SELECT m.story_id FROM story_member AS m WHERE m.workspace_id = $1 AND m.news_item_id = i.id) AS story,
         (SELECT count(*) FROM story_member AS m JOIN story_member AS o ON o.workspace_id = $1 AND o.story_id = m.story_id
          WHERE m.workspace_id = $1 AND m.news_item_id = i.id) AS told`;

const rawNews = (after: string) => `${newsColumns}
  FROM news_tag AS t JOIN news_item AS i ON i.workspace_id = t.workspace_id AND i.id = t.subject_id
  LEFT JOIN feed AS f ON f.workspace_id = i.workspace_id AND f.id = i.feed_id
  WHERE t.workspace_id = $1 AND t.thesis_id = $2 AND t.superseded_at IS NULL ${after}
  ORDER BY t.published_at DESC, t.subject_id DESC LIMIT $3`;

const rawAllNews = `${newsColumns}
  FROM news_item AS i LEFT JOIN feed AS f ON f.workspace_id = i.workspace_id AND f.id = i.feed_id
  WHERE i.workspace_id = $1 ORDER BY i.published_at DESC, i.id DESC LIMIT $2`;

const rawSearch = `${newsColumns}
  FROM news_item AS i LEFT JOIN feed AS f ON f.workspace_id = i.workspace_id AND f.id = i.feed_id
  WHERE i.workspace_id = $1 AND i.search @@ $2::tsquery ORDER BY i.published_at DESC, i.id DESC LIMIT $3`;

const rawCompanies = `
  SELECT c.id, c.name_en, c.name_zh, c.domain, c.country,
         (SELECT json_agg(json_build_object('thesis', th.slug, 'stance', g.stance, 'strength', g.strength))
          FROM company_tag AS g JOIN thesis AS th ON th.workspace_id = g.workspace_id AND th.id = g.thesis_id
          WHERE g.workspace_id = $1 AND g.subject_id = c.id AND g.superseded_at IS NULL) AS tags
  FROM company AS c
  WHERE c.workspace_id = $1 AND (c.search @@ $2::tsquery OR c.sort_name LIKE $3 OR lower(c.name_zh) LIKE $3)
  ORDER BY c.sort_name, c.id LIMIT $4`;
