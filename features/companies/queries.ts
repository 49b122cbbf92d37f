import { z } from "zod";
import { records } from "@/features/records";
import { currentTagsSql } from "@/features/tags/queries/tags";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { list } from "@/server/record/list";
import { instantSql } from "@/server/sql/time";
import { Company, CompanyDetail, CompanyHistory, CompanyValues, CreatedCompany, GetCompany } from "./schema";

/** The columns of a Company, of a table that goes by `c`. */
function companyColumns(c: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    ${c}.id, json_build_object('en', ${c}.name_en, 'zh', ${c}.name_zh) AS name,
    coalesce(${c}.former_names, '{}') AS "formerNames", ${c}.aliases, ${c}.domain, ${c}.credit_code AS "creditCode",
    ${c}.country::text, ${c}.stage, ${c}.founded_year AS "foundedYear",
    ${c}.description_en AS description, ${c}.description_zh AS "descriptionZh",
    ${currentTagsSql("company", Prisma.sql`${c}.id`)} AS tags,
    ${instantSql(Prisma.sql`${c}.created_at`)} AS "createdAt",
    ${instantSql(Prisma.sql`${c}.updated_at`)} AS "updatedAt", ${c}.version`;
}

const c = Prisma.raw("c");

export const listCompanies = list(records.companies, {
  name: "company.list",
  summary: "Companies by name",
  path: "/companies",
  asOf: true,
  row: Company,
  columns: companyColumns,
  sort: "name",
});

/** The company as lists show it, or NOT_FOUND. */
export async function companyById(ctx: QueryContext, id: string): Promise<Company> {
  const company = await row(
    ctx.tx,
    Company,
    Prisma.sql`SELECT ${companyColumns(c)} FROM company AS c WHERE c.workspace_id = ${ctx.workspaceId}::uuid AND c.id = ${id}::uuid`,
  );
  if (!company) throw notFound("company");
  return company;
}

/** Other companies of the very same name, in either language and whatever its capitals. */
export function companiesNamed(ctx: QueryContext, { id, name }: Pick<Company, "id" | "name">) {
  const names = [name.en, name.zh].filter((one) => one !== null);
  return rows(
    ctx.tx,
    CreatedCompany.shape.similar.element,
    Prisma.sql`
      WITH named AS (SELECT array_agg(lower(one)) AS names FROM unnest(${names}::text[]) AS one)
      SELECT c.id, json_build_object('en', c.name_en, 'zh', c.name_zh) AS name
      FROM company AS c
      WHERE c.workspace_id = ${ctx.workspaceId}::uuid AND c.id <> ${id}::uuid
        AND (c.sort_name = ANY((SELECT names FROM named)::text[])
          OR lower(c.name_zh) = ANY((SELECT names FROM named)::text[]))
      ORDER BY c.created_at, c.id LIMIT 10`,
  );
}

const newsOf = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', n.id, 'title', n.title, 'url', n.url, 'kind', n.kind, 'language', n.language,
           'publishedAt', ${instantSql(Prisma.sql`n.published_at`)}) ORDER BY n.published_at DESC, n.id DESC)
  FROM (SELECT i.* FROM news_company AS nc JOIN news_item AS i ON i.workspace_id = nc.workspace_id AND i.id = nc.news_item_id
        WHERE nc.workspace_id = c.workspace_id AND nc.company_id = c.id
        ORDER BY i.published_at DESC, i.id DESC LIMIT 10) AS n), '[]')`;

const dealsOf = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', d.id, 'stage', s.slug, 'stageName', json_build_object('en', s.name_en, 'zh', s.name_zh),
           'stageKind', s.kind, 'round', d.round, 'confidential', d.confidential, 'example', d.example,
           'amount', CASE WHEN d.amount IS NOT NULL THEN json_build_object('value', d.amount::text, 'currency', d.currency) END,
           'openedOn', d.opened_on, 'updatedAt', ${instantSql(Prisma.sql`d.updated_at`)}) ORDER BY d.updated_at DESC, d.id DESC)
  FROM (SELECT * FROM deal WHERE deal.workspace_id = c.workspace_id AND deal.company_id = c.id
        ORDER BY deal.updated_at DESC, deal.id DESC LIMIT 100) AS d
  JOIN stage AS s ON s.workspace_id = d.workspace_id AND s.id = d.stage_id), '[]')`;

export const getCompany = query({
  name: "company.get",
  summary: "One company with its latest news and its deals",
  allow: "company:read",
  http: { method: "GET", path: "/companies/{id}" },
  asOf: true,
  input: GetCompany,
  output: CompanyDetail,
  run: async (ctx, { id }) => {
    const company = await row(
      ctx.tx,
      CompanyDetail,
      Prisma.sql`SELECT ${companyColumns(c)}, ${newsOf} AS news, ${dealsOf} AS deals
        FROM company AS c WHERE c.workspace_id = ${ctx.workspaceId}::uuid AND c.id = ${id}::uuid`,
    );
    if (!company) throw notFound("company");
    return company;
  },
});

export const companyValues = query({
  name: "company.values",
  summary: "The countries and stages that companies have, for filters",
  allow: "company:read",
  input: z.object({}).strict(),
  output: CompanyValues,
  run: async (ctx) => {
    const found = await row(
      ctx.tx,
      CompanyValues,
      Prisma.sql`
        SELECT coalesce(array_agg(DISTINCT country::text) FILTER (WHERE country IS NOT NULL), '{}') AS countries,
               coalesce(array_agg(DISTINCT stage) FILTER (WHERE stage IS NOT NULL), '{}') AS stages
        FROM company WHERE workspace_id = ${ctx.workspaceId}::uuid`,
    );
    return found ?? { countries: [], stages: [] };
  },
});

export const companyHistory = query({
  name: "company.history",
  summary: "Who changed what about a company, the latest 50 changes, newest first",
  allow: "company:read",
  http: { method: "GET", path: "/companies/{id}/history" },
  input: GetCompany,
  output: CompanyHistory,
  run: async (ctx, { id }) => {
    await companyById(ctx, id);
    const data = await rows(
      ctx.tx,
      CompanyHistory.shape.data.element,
      Prisma.sql`
        SELECT a.id, ${instantSql(Prisma.sql`a.at`)} AS at, a.actor_name AS by, a.operation,
               ARRAY(SELECT jsonb_object_keys(a.changes)) AS fields
        FROM audit_entry AS a
        WHERE a.workspace_id = ${ctx.workspaceId}::uuid AND a.entity = 'company' AND a.entity_id = ${id}::uuid
        ORDER BY a.at DESC, a.id DESC LIMIT 50`,
    );
    return { data, nextCursor: null };
  },
});
