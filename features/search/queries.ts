import { companySearch } from "@/features/companies/record";
import { records } from "@/features/records";
import { findThesesByName } from "@/features/theses/record";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { query } from "@/server/operation";
import { keysOf } from "@/server/record/keys";
import { tsquerySql } from "@/server/sql/search";
import { Hit, SearchInput, SearchResult } from "./schema";

/** At most so many of each kind: the palette is for going somewhere, the lists are for reading on. */
const perKind = 6;

/** Theses, companies, deals, news and notes whose names or words contain `q`; one statement, names before text. */
export const searchAll = query({
  name: "search.all",
  summary: "Find theses, companies, deals, news and notes by a few words",
  allow: "workspace:read",
  http: { method: "GET", path: "/search" },
  input: SearchInput,
  output: SearchResult,
  run: async (ctx, { q }) => {
    const ws = Prisma.sql`${ctx.workspaceId}::uuid`;
    const thesesNamed = (await findThesesByName(ctx, q))(Prisma.raw("t"));
    const named = (await companySearch(ctx, q))(Prisma.raw("c"));
    const news = await keysOf(ctx, records.news, { q }, { sort: "-published", limit: perKind });
    const data = await rows(
      ctx.tx,
      Hit,
      Prisma.sql`
        WITH theses AS (
          SELECT 'thesis' AS kind, t.id, t.slug, t.name_en AS en, t.name_zh AS zh, t.status::text AS detail, t.position::text AS sort
          FROM thesis AS t
          WHERE t.workspace_id = ${ws} AND ${thesesNamed}
          ORDER BY t.position LIMIT ${perKind}),
        companies AS (
          SELECT 'company' AS kind, c.id, NULL AS slug, coalesce(c.name_en, c.name_zh) AS en, coalesce(c.name_zh, c.name_en) AS zh,
                 coalesce(c.domain, '') AS detail, c.sort_name AS sort
          FROM company AS c WHERE c.workspace_id = ${ws} AND ${named} ORDER BY c.sort_name, c.id LIMIT ${perKind}),
        deals AS (
          SELECT 'deal' AS kind, d.id, NULL AS slug, coalesce(c.name_en, c.name_zh) AS en, coalesce(c.name_zh, c.name_en) AS zh,
                 concat_ws(' · ', s.slug, d.round) AS detail, c.sort_name AS sort
          FROM company AS c
          JOIN deal AS d ON d.workspace_id = c.workspace_id AND d.company_id = c.id
          JOIN stage AS s ON s.workspace_id = d.workspace_id AND s.id = d.stage_id
          WHERE c.workspace_id = ${ws} AND ${named} ORDER BY d.updated_at DESC LIMIT ${perKind}),
        news AS (
          SELECT 'news' AS kind, i.id, NULL AS slug, i.title AS en, i.title AS zh,
                 to_char(i.published_at AT TIME ZONE ${ctx.workspace.timeZone}, 'YYYY-MM-DD') AS detail, NULL AS sort
          FROM (${news}) AS found JOIN news_item AS i ON i.workspace_id = ${ws} AND i.id = found.id
          ORDER BY i.published_at DESC, i.id DESC LIMIT ${perKind}),
        notes AS (
          SELECT 'note' AS kind, coalesce(n.news_item_id, n.company_id, n.deal_id, n.thesis_id) AS id, t.slug,
                 coalesce(i.title, t.name_en, c.name_en, c.name_zh) AS en, coalesce(i.title, t.name_zh, c.name_zh, c.name_en) AS zh,
                 left(n.text, 80) AS detail, NULL AS sort,
                 CASE WHEN n.news_item_id IS NOT NULL THEN 'news' WHEN n.deal_id IS NOT NULL THEN 'deal'
                      WHEN n.thesis_id IS NOT NULL THEN 'thesis' ELSE 'company' END AS of
          FROM note AS n
          LEFT JOIN news_item AS i ON i.workspace_id = n.workspace_id AND i.id = n.news_item_id
          LEFT JOIN thesis AS t ON t.workspace_id = n.workspace_id AND t.id = n.thesis_id
          LEFT JOIN deal AS d ON d.workspace_id = n.workspace_id AND d.id = n.deal_id
          LEFT JOIN company AS c ON c.workspace_id = n.workspace_id AND c.id = coalesce(n.company_id, d.company_id)
          WHERE n.workspace_id = ${ws} AND n.deleted_at IS NULL AND n.search @@ ${tsquerySql(q)}
          ORDER BY n.updated_at DESC, n.id DESC LIMIT ${perKind})
        SELECT kind, id, slug, json_build_object('en', en, 'zh', zh) AS label, detail, of
        FROM (SELECT 1 AS place, *, NULL AS of FROM theses UNION ALL SELECT 2, *, NULL FROM companies
              UNION ALL SELECT 3, *, NULL FROM deals UNION ALL SELECT 4, *, NULL FROM news
              UNION ALL SELECT 5, * FROM notes) AS found`,
    );
    return { data };
  },
});
