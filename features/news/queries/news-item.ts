import { z } from "zod";
import { newsCompaniesSql } from "@/features/mentions/queries/news-companies";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { cleanHtml } from "@/server/documents/clean-html";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { instantSql } from "@/server/sql/time";
import { GetNews, NewsDetail, NewsItem, NewsValues } from "../schema";
import { newsColumns, newsJoins } from "./columns";

const i = Prisma.raw("i");

const revisionsOf = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', r.id, 'title', r.title, 'url', r.url, 'excerpt', r.excerpt,
           'publishedAt', ${instantSql(Prisma.sql`r.published_at`)}, 'replacedAt', ${instantSql(Prisma.sql`r.replaced_at`)})
         ORDER BY r.replaced_at DESC, r.id DESC)
  FROM (SELECT * FROM news_revision AS v WHERE v.workspace_id = i.workspace_id AND v.news_item_id = i.id
        ORDER BY v.replaced_at DESC, v.id DESC LIMIT 50) AS r), '[]')`;

/** The item with everything its page shows, or NOT_FOUND. */
export async function newsDetail(ctx: QueryContext, id: string): Promise<NewsDetail> {
  const found = await row(
    ctx.tx,
    NewsDetail,
    Prisma.sql`
      SELECT ${newsColumns(i)}, i.text, h.html, ${instantSql(Prisma.sql`i.updated_at`)} AS "updatedAt",
             ${newsCompaniesSql("i")} AS companies, ${revisionsOf} AS revisions
      FROM news_item AS i ${newsJoins(i)}
      LEFT JOIN news_content AS h ON h.workspace_id = i.workspace_id AND h.news_item_id = i.id
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ${id}::uuid`,
  );
  if (!found) throw notFound("news item");
  return { ...found, html: found.html ? cleanHtml(found.html, found.url ?? "about:blank") || null : null };
}

/** The item as lists show it, or NOT_FOUND. */
export async function newsById(ctx: QueryContext, id: string): Promise<NewsItem> {
  const found = await row(
    ctx.tx,
    NewsItem,
    Prisma.sql`SELECT ${newsColumns(i)} FROM news_item AS i ${newsJoins(i)}
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ${id}::uuid`,
  );
  if (!found) throw notFound("news item");
  return found;
}

export const getNews = query({
  name: "news.get",
  summary: "One news item with its content, companies and what it said before",
  allow: "news:read",
  http: { method: "GET", path: "/news/{id}" },
  asOf: true,
  input: GetNews,
  output: NewsDetail,
  run: (ctx, { id }) => newsDetail(ctx, id),
});

/** Languages are those of the latest 500 items: reading every item to fill a menu would cost more than the list. */
export const newsValues = query({
  name: "news.values",
  summary: "The feeds and languages that news can be filtered by",
  allow: "news:read",
  input: z.object({}).strict(),
  output: NewsValues,
  run: async (ctx) => {
    const found = await row(
      ctx.tx,
      NewsValues,
      Prisma.sql`
        SELECT coalesce((SELECT json_agg(json_build_object('id', f.id, 'title', f.title) ORDER BY lower(f.title), f.id)
                         FROM (SELECT id, title FROM feed WHERE workspace_id = ${ctx.workspaceId}::uuid ORDER BY lower(title), id LIMIT 500) AS f), '[]') AS feeds,
               coalesce((SELECT json_agg(DISTINCT split_part(n.language, '-', 1))
                         FROM (SELECT language FROM news_item WHERE workspace_id = ${ctx.workspaceId}::uuid
                               ORDER BY published_at DESC, id DESC LIMIT 500) AS n), '[]') AS languages`,
    );
    return found ?? { feeds: [], languages: [] };
  },
});
