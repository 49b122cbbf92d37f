import type { z } from "zod";
import { currentTagsSql } from "@/features/tags/queries/tags";
import { Prisma } from "@/server/db/client";
import { bilingualSql, personSql } from "@/server/sql/json";
import { instantSql } from "@/server/sql/time";
import { Deal } from "../schema";

/** A deal as SQL gives it: `theses` is `tags` under its other name and added afterwards. */
export const DealRow = Deal.omit({ theses: true });

export function withTheses(found: z.output<typeof DealRow>): Deal {
  return { ...found, theses: found.tags };
}

function moneySql(amount: Prisma.Sql, d: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${amount} IS NOT NULL
    THEN json_build_object('value', ${amount}::text, 'currency', ${d}.currency::text) END`;
}

/** The columns of a DealRow, of a deal that goes by `d` and the tables that `dealJoins` adds to it. */
export function dealColumns(d: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    ${d}.id, ${d}.company_id AS "companyId",
    json_build_object('id', c.id, 'name', ${bilingualSql("c", "name")}) AS company,
    p.slug AS pipeline, ${d}.pipeline_id AS "pipelineId", s.slug AS stage, ${d}.stage_id AS "stageId",
    ${bilingualSql("s", "name")} AS "stageName", s.kind::text AS "stageKind", ${d}.round,
    ${moneySql(Prisma.sql`${d}.amount`, d)} AS amount, ${moneySql(Prisma.sql`${d}.valuation`, d)} AS valuation,
    ${d}.owner_id AS "ownerId", ${personSql("u")} AS owner,
    ${currentTagsSql("deal", Prisma.sql`${d}.id`)} AS tags, ${d}.lead, coalesce(${d}.co_investors, '{}') AS "coInvestors",
    ${d}.source, ${d}.next_step AS "nextStep", ${d}.pass_reason AS "passReason", ${d}.revisit_if AS "revisitIf",
    ${d}.confidential, ${d}.example, to_char(${d}.opened_on, 'YYYY-MM-DD') AS "openedOn",
    ${instantSql(Prisma.sql`${d}.stage_entered_at`)} AS "stageEnteredAt",
    ${instantSql(Prisma.sql`${d}.created_at`)} AS "createdAt",
    ${instantSql(Prisma.sql`${d}.updated_at`)} AS "updatedAt", ${d}.version`;
}

export function dealJoins(d: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    JOIN company AS c ON c.workspace_id = ${d}.workspace_id AND c.id = ${d}.company_id
    JOIN pipeline AS p ON p.workspace_id = ${d}.workspace_id AND p.id = ${d}.pipeline_id
    JOIN stage AS s ON s.workspace_id = ${d}.workspace_id AND s.id = ${d}.stage_id
    LEFT JOIN app_user AS u ON u.id = ${d}.owner_id`;
}
