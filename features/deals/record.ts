import { companySearch } from "@/features/companies/record";
import { tagFields, tagRows } from "@/features/tags/record";
import { Prisma } from "@/server/db/client";
import { foldedSql, lookupBy } from "@/server/record/lookup";
import { type Alias, type Referred, record, type Sql } from "@/server/record/record";
import { personOrderSql } from "@/server/sql/person";
import { stageKinds } from "./schema";

/** A stage or a pipeline, by slug, id or name. */
function named(table: "stage" | "pipeline"): Referred {
  const from = Prisma.raw(table);
  return {
    lookup: lookupBy(
      ({ names, workspace }) => Prisma.sql`
        SELECT s.id, n.name, n.own FROM ${from} AS s, LATERAL (VALUES
          (s.id::text, true), (s.slug, true), (${foldedSql(Prisma.sql`s.name_en`)}, false),
          (${foldedSql(Prisma.sql`s.name_zh`)}, false)) AS n (name, own)
        WHERE s.workspace_id = ${workspace} AND n.name = ANY(${names})`,
    ),
    called: (id) => Prisma.sql`
      SELECT json_build_object('value', s.slug, 'label', json_build_object('en', s.name_en, 'zh', s.name_zh))
      FROM ${from} AS s WHERE s.workspace_id = (SELECT current_workspace()) AND s.id = ${id}`,
  };
}

function companyOf(d: Alias, column: Sql): Sql {
  return Prisma.sql`(SELECT ${column} FROM company AS c WHERE c.workspace_id = ${d}.workspace_id AND c.id = ${d}.company_id)`;
}

/** In the order of pipelines, and within each of its stages. */
const stagePlace = (
  d: Alias,
) => Prisma.sql`(SELECT to_char(p.position, 'FM0000') || to_char(s.position, 'FM0000')
  FROM stage AS s JOIN pipeline AS p ON p.workspace_id = s.workspace_id AND p.id = s.pipeline_id
  WHERE s.workspace_id = ${d}.workspace_id AND s.id = ${d}.stage_id)`;
const stageKind = (d: Alias) => Prisma.sql`(SELECT s.kind FROM stage AS s
  WHERE s.workspace_id = ${d}.workspace_id AND s.id = ${d}.stage_id)`;
const currency = (text: string) => (/^[A-Za-z]{3}$/.test(text.trim()) ? text.trim().toUpperCase() : null);

export const dealRecord = record({
  name: "deals",
  table: Prisma.sql`deal`,
  alias: "d",
  read: "deal:read",
  words: "q",
  groups: { tag: tagRows("deal_tag") },
  fields: {
    /** Words in the names of its company. */
    q: {
      kind: "words",
      find: async (ctx, words) => {
        const matches = await companySearch(ctx, words);
        return (d) => Prisma.sql`${d}.company_id IN (SELECT c.id FROM company AS c
          WHERE c.workspace_id = ${ctx.workspaceId}::uuid AND ${matches(Prisma.raw("c"))})`;
      },
    },
    company: {
      kind: "ref",
      to: "companies",
      sql: (d) => Prisma.sql`${d}.company_id`,
      sortable: (d) => companyOf(d, Prisma.sql`c.sort_name`),
      audited: true,
    },
    pipeline: { kind: "ref", to: named("pipeline"), sql: (d) => Prisma.sql`${d}.pipeline_id`, facet: true },
    stage: {
      kind: "ref",
      to: named("stage"),
      sql: (d) => Prisma.sql`${d}.stage_id`,
      sortable: stagePlace,
      facet: true,
      audited: true,
    },
    stageKind: {
      kind: "choice",
      type: "StageKind",
      values: stageKinds,
      names: "stageKind",
      sql: stageKind,
      facet: true,
    },
    round: { kind: "text", optional: true, sql: (d) => Prisma.sql`${d}.round`, facet: true, audited: true },
    amount: {
      kind: "number",
      optional: true,
      sql: (d) => Prisma.sql`${d}.amount`,
      sortable: true,
      audited: true,
    },
    valuation: {
      kind: "number",
      optional: true,
      sql: (d) => Prisma.sql`${d}.valuation`,
      sortable: true,
      audited: true,
    },
    currency: {
      kind: "choice",
      type: "bpchar",
      optional: true,
      read: currency,
      sql: (d) => Prisma.sql`${d}.currency`,
      facet: true,
    },
    owner: {
      kind: "ref",
      optional: true,
      to: "members",
      sql: (d) => Prisma.sql`${d}.owner_id`,
      sortable: (d) => personOrderSql(Prisma.sql`${d}.owner_id`),
      facet: true,
      audited: true,
    },
    lead: { kind: "text", optional: true, sql: (d) => Prisma.sql`${d}.lead`, audited: true },
    coInvestor: {
      kind: "text",
      shown: "coInvestors",
      optional: true,
      rows: (d, n) => Prisma.sql`unnest(${d}.co_investors) AS ${n} (value) WHERE true`,
      sql: (n) => Prisma.sql`${n}.value`,
      audited: true,
    },
    source: { kind: "text", optional: true, sql: (d) => Prisma.sql`${d}.source`, audited: true },
    nextStep: { kind: "text", optional: true, sql: (d) => Prisma.sql`${d}.next_step`, audited: true },
    passReason: { kind: "text", optional: true, sql: (d) => Prisma.sql`${d}.pass_reason`, audited: true },
    revisitIf: { kind: "text", optional: true, sql: (d) => Prisma.sql`${d}.revisit_if`, audited: true },
    confidential: { kind: "flag", sql: (d) => Prisma.sql`${d}.confidential`, facet: true, audited: true },
    example: { kind: "flag", sql: (d) => Prisma.sql`${d}.example`, facet: true },
    opened: {
      kind: "day",
      shown: "openedOn",
      sql: (d) => Prisma.sql`${d}.opened_on`,
      sortable: true,
      audited: true,
    },
    enteredStage: {
      kind: "instant",
      shown: "stageEnteredAt",
      sql: (d) => Prisma.sql`${d}.stage_entered_at`,
      sortable: true,
    },
    created: { kind: "instant", shown: "createdAt", sql: (d) => Prisma.sql`${d}.created_at`, sortable: true },
    updated: { kind: "instant", shown: "updatedAt", sql: (d) => Prisma.sql`${d}.updated_at`, sortable: true },
    ...tagFields(),
  },
});
