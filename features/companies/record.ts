import { z } from "zod";
import { tagFields, tagRows } from "@/features/tags/record";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { foldedSql, lookupBy } from "@/server/record/lookup";
import { type Find, type Lookup, record } from "@/server/record/record";
import { type SearchIndex, tsquerySql } from "@/server/sql/search";
import { companyStages, countryCodes, countryName, normalizeDomain, normalizeStage } from "./domain";

/** A company is found by all its names and its domain. */
export const companyIndex: SearchIndex = {
  table: "company",
  text: (c) => Prisma.sql`array_to_string(
    ARRAY[${c}.name_en, ${c}.name_zh, ${c}.domain] || ${c}.former_names || ${c}.aliases, E'\\n')`,
};

/** Matches up to this many are looked up one by one; what is found more often stands in every few companies anyway. */
const fewMatches = 2000;

/**
 * Words in a company's names, former names, other names or domain. The ids come through a door of the database, where the text
 * index can be used; what of those companies may be seen is for row-level security as ever.
 */
export const companySearch: Find = async (ctx, words) => {
  const prefix = `${words.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const domain = normalizeDomain(words);
  const asked = tsquerySql(words);
  const found = await row(
    ctx.tx,
    z.object({ ids: z.array(z.string()) }),
    Prisma.sql`SELECT coalesce(array_agg(found.id), '{}') AS ids
      FROM door_search_companies(${asked}, ${prefix}, ${domain}, ${fewMatches}::int) AS found`,
  );
  const ids = found?.ids ?? [];
  if (ids.length <= fewMatches) return (c) => Prisma.sql`${c}.id = ANY(${ids}::uuid[])`;
  return (c) => Prisma.sql`(${c}.search @@ ${asked} OR ${c}.sort_name LIKE ${prefix}
    OR lower(${c}.name_zh) LIKE ${prefix} OR ${c}.domain LIKE ${prefix} OR ${c}.domain = ${domain})`;
};

/** Stages the screens have words for, and those that some company has. */
const knownStages: Lookup = async (ctx, stages) => {
  const known: readonly string[] = companyStages;
  const others = stages.filter((stage) => !known.includes(stage));
  const found = await rows(
    ctx.tx,
    z.object({ stage: z.string() }),
    Prisma.sql`SELECT DISTINCT c.stage FROM company AS c
      WHERE c.workspace_id = ${ctx.workspaceId}::uuid AND c.stage = ANY(${others}::text[])`,
  );
  const there = [...known, ...found.map(({ stage }) => stage)];
  return new Map(stages.filter((stage) => there.includes(stage)).map((stage) => [stage, [stage]]));
};

/** A company is named by id, domain or any of its names. */
export const companyRecord = record({
  name: "companies",
  table: Prisma.sql`company`,
  alias: "c",
  read: "company:read",
  words: "q",
  groups: { tag: tagRows("company_tag") },
  referred: {
    lookup: lookupBy(
      ({ names, ids, workspace }) => Prisma.sql`
        SELECT c.id, c.id::text AS name, true AS own FROM company AS c WHERE c.workspace_id = ${workspace} AND c.id = ANY(${ids})
        UNION ALL
        SELECT c.id, n.name, n.own FROM company AS c, LATERAL (
          SELECT c.domain AS name, true AS own
          UNION ALL SELECT ${foldedSql(Prisma.sql`one.name`)}, false
          FROM unnest(ARRAY[c.name_en, c.name_zh] || c.former_names || c.aliases) AS one (name)) AS n
        WHERE cardinality(${names}) > cardinality(${ids}) AND c.workspace_id = ${workspace} AND n.name = ANY(${names})`,
    ),
    called: (id) => Prisma.sql`
      SELECT json_build_object('value', c.id, 'label',
        json_build_object('en', coalesce(c.name_en, c.name_zh), 'zh', coalesce(c.name_zh, c.name_en)))
      FROM company AS c WHERE c.workspace_id = (SELECT current_workspace()) AND c.id = ${id}`,
  },
  fields: {
    q: { kind: "words", find: companySearch },
    name: {
      kind: "text",
      rows: (
        c,
        n,
      ) => Prisma.sql`unnest(ARRAY[${c}.name_en, ${c}.name_zh] || ${c}.former_names || ${c}.aliases)
        AS ${n} (value) WHERE true`,
      sql: (n) => Prisma.sql`${n}.value`,
      sortable: (c) => Prisma.sql`${c}.sort_name`,
      audited: true,
      importable: true,
    },
    formerNames: {
      kind: "text",
      optional: true,
      rows: (c, n) => Prisma.sql`unnest(${c}.former_names) AS ${n} (value) WHERE true`,
      sql: (n) => Prisma.sql`${n}.value`,
      audited: true,
      importable: true,
    },
    aliases: {
      kind: "text",
      optional: true,
      rows: (c, n) => Prisma.sql`unnest(${c}.aliases) AS ${n} (value) WHERE true`,
      sql: (n) => Prisma.sql`${n}.value`,
      audited: true,
      importable: true,
    },
    domain: {
      kind: "text",
      optional: true,
      sql: (c) => Prisma.sql`${c}.domain`,
      audited: true,
      importable: true,
    },
    country: {
      kind: "choice",
      optional: true,
      type: "bpchar",
      values: countryCodes,
      names: countryName,
      sql: (c) => Prisma.sql`${c}.country`,
      facet: true,
      sortable: true,
      audited: true,
      importable: true,
    },
    stage: {
      kind: "choice",
      optional: true,
      names: "companyStage",
      read: normalizeStage,
      lookup: knownStages,
      sql: (c) => Prisma.sql`${c}.stage`,
      facet: true,
      sortable: true,
      audited: true,
      importable: true,
    },
    foundedYear: {
      kind: "number",
      optional: true,
      sql: (c) => Prisma.sql`${c}.founded_year`,
      sortable: true,
      audited: true,
      importable: true,
    },
    creditCode: {
      kind: "text",
      optional: true,
      sql: (c) => Prisma.sql`${c}.credit_code`,
      audited: true,
      importable: true,
    },
    description: {
      kind: "text",
      optional: true,
      sql: (c) => Prisma.sql`${c}.description_en`,
      audited: true,
      importable: true,
    },
    descriptionZh: {
      kind: "text",
      optional: true,
      sql: (c) => Prisma.sql`${c}.description_zh`,
      audited: true,
      importable: true,
    },
    created: { kind: "instant", shown: "createdAt", sql: (c) => Prisma.sql`${c}.created_at`, sortable: true },
    updated: { kind: "instant", shown: "updatedAt", sql: (c) => Prisma.sql`${c}.updated_at`, sortable: true },
    ...tagFields(),
    deals: {
      kind: "relation",
      to: "deals",
      join: (c, d) => Prisma.sql`${d}.workspace_id = ${c}.workspace_id AND ${d}.company_id = ${c}.id`,
    },
    news: {
      kind: "relation",
      to: "news",
      join: (
        c,
        i,
      ) => Prisma.sql`${i}.workspace_id = ${c}.workspace_id AND EXISTS (SELECT 1 FROM news_company AS nc
        WHERE nc.workspace_id = ${i}.workspace_id AND nc.news_item_id = ${i}.id AND nc.company_id = ${c}.id)`,
    },
  },
});
