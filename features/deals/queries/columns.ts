import type { z } from "zod";
import { companyMatchesSql } from "@/features/companies/queries";
import { currentTagsSql } from "@/features/tags/queries/tags";
import { thesisIdsOf } from "@/features/theses/queries";
import { Prisma } from "@/server/db/client";
import type { QueryContext } from "@/server/operation";
import { bilingualSql, personSql } from "@/server/sql/json";
import { instantSql } from "@/server/sql/time";
import { Deal, type ListDeals } from "../schema";

/** A deal as SQL gives it: `theses` is `tags` under its other name and added afterwards. */
export const DealRow = Deal.omit({ theses: true });

export function withTheses(found: z.output<typeof DealRow>): Deal {
  return { ...found, theses: found.tags };
}

function moneySql(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${column} IS NOT NULL THEN json_build_object('value', ${column}::text, 'currency', d.currency::text) END`;
}

/** The columns of a DealRow, of the tables that `dealJoins` adds to a deal called `d`. */
export const dealColumns = Prisma.sql`
  d.id, d.company_id AS "companyId",
  json_build_object('id', c.id, 'name', ${bilingualSql("c", "name")}) AS company,
  p.slug AS pipeline, d.pipeline_id AS "pipelineId", s.slug AS stage, d.stage_id AS "stageId",
  ${bilingualSql("s", "name")} AS "stageName", s.kind::text AS "stageKind", d.round,
  ${moneySql(Prisma.sql`d.amount`)} AS amount, ${moneySql(Prisma.sql`d.valuation`)} AS valuation, d.owner_id AS "ownerId",
  ${personSql("u")} AS owner,
  ${currentTagsSql("deal", Prisma.sql`d.id`)} AS tags, d.lead, coalesce(d.co_investors, '{}') AS "coInvestors", d.source,
  d.next_step AS "nextStep", d.pass_reason AS "passReason", d.revisit_if AS "revisitIf", d.confidential, d.example,
  to_char(d.opened_on, 'YYYY-MM-DD') AS "openedOn", ${instantSql(Prisma.sql`d.stage_entered_at`)} AS "stageEnteredAt",
  ${instantSql(Prisma.sql`d.created_at`)} AS "createdAt", ${instantSql(Prisma.sql`d.updated_at`)} AS "updatedAt", d.version`;

export const dealJoins = Prisma.sql`
  JOIN company AS c ON c.workspace_id = d.workspace_id AND c.id = d.company_id
  JOIN pipeline AS p ON p.workspace_id = d.workspace_id AND p.id = d.pipeline_id
  JOIN stage AS s ON s.workspace_id = d.workspace_id AND s.id = d.stage_id
  LEFT JOIN app_user AS u ON u.id = d.owner_id`;

type Filters = Pick<z.output<typeof ListDeals>, "thesis" | "owner" | "q"> & {
  company?: string | undefined;
  stage?: string[] | undefined;
  pipeline?: string | undefined;
};

/** The conditions asked for, on a deal called `d`; the workspace comes first. NOT_FOUND for a thesis that is not here. */
export async function dealConditions(ctx: QueryContext, input: Filters): Promise<Prisma.Sql[]> {
  const here = Prisma.sql`${ctx.workspaceId}::uuid`;
  const conditions = [Prisma.sql`d.workspace_id = ${here}`];
  if (input.company) conditions.push(Prisma.sql`d.company_id = ${input.company}::uuid`);
  if (input.owner) conditions.push(Prisma.sql`d.owner_id = ${input.owner}::uuid`);
  if (input.stage?.length)
    conditions.push(Prisma.sql`d.stage_id IN (SELECT s.id ${namedSql("stage", here, input.stage)})`);
  if (input.pipeline)
    conditions.push(
      Prisma.sql`d.pipeline_id IN (SELECT s.id ${namedSql("pipeline", here, [input.pipeline])})`,
    );
  if (input.thesis?.length) {
    const theses = await thesisIdsOf(ctx, input.thesis);
    conditions.push(Prisma.sql`d.id IN (SELECT t.subject_id FROM deal_tag AS t WHERE t.workspace_id = ${here}
      AND t.superseded_at IS NULL AND t.thesis_id = ANY(${theses}::uuid[]))`);
  }
  if (input.q) {
    const named = await companyMatchesSql(ctx, input.q);
    conditions.push(
      Prisma.sql`d.company_id IN (SELECT c.id FROM company AS c WHERE c.workspace_id = ${here} AND ${named})`,
    );
  }
  return conditions;
}

/** FROM … WHERE of the stages or pipelines (called `s`) that `refs` name by slug or id. */
function namedSql(table: "stage" | "pipeline", workspace: Prisma.Sql, refs: string[]): Prisma.Sql {
  return Prisma.sql`FROM ${Prisma.raw(table)} AS s WHERE s.workspace_id = ${workspace}
    AND (s.slug = ANY(${refs}::text[]) OR s.id::text = ANY(${refs.map((ref) => ref.toLowerCase())}::text[]))`;
}
