import { Prisma } from "@/server/db/client";
import type { QueryContext } from "@/server/operation";
import { findNamed } from "@/server/record/find-named";
import { foldedSql, lookupBy } from "@/server/record/lookup";
import { type Referred, record } from "@/server/record/record";
import { personOrderSql } from "@/server/sql/person";
import { thesisStatuses } from "./schema";

/** A facet, by slug, id or name. */
export const facetReferred: Referred = {
  lookup: lookupBy(
    ({ names, workspace }) => Prisma.sql`
      SELECT f.id, n.name, n.own FROM facet AS f, LATERAL (VALUES
        (f.id::text, true), (f.slug, true), (${foldedSql(Prisma.sql`f.name_en`)}, false),
        (${foldedSql(Prisma.sql`f.name_zh`)}, false)) AS n (name, own)
      WHERE f.workspace_id = ${workspace} AND n.name = ANY(${names})`,
  ),
  called: (id) => Prisma.sql`
    SELECT json_build_object('value', f.slug, 'label', json_build_object('en', f.name_en, 'zh', f.name_zh))
    FROM facet AS f WHERE f.workspace_id = (SELECT current_workspace()) AND f.id = ${id}`,
};

/** SQL of what counts for which thesis: itself (`depth` 0), and all that are a part of it, so many levels below. */
export function membersSql(ctx: QueryContext): Prisma.Sql {
  const workspace = Prisma.sql`${ctx.workspaceId}::uuid`;
  return Prisma.sql`(
    WITH RECURSIVE below (root, member, depth) AS (
      SELECT whole.id, whole.id, 0 FROM thesis AS whole WHERE whole.workspace_id = ${workspace}
      UNION ALL
      SELECT b.root, part.id, b.depth + 1 FROM below AS b
      JOIN thesis AS part ON part.workspace_id = ${workspace} AND part.parent_id = b.member)
    SELECT root, member, depth FROM below)`;
}

/** Finds theses by what they are called, not by what they state. */
export const findThesesByName = findNamed(
  "thesis",
  (t) => Prisma.sql`concat_ws(E'\\n', ${t}.name_en, ${t}.name_zh, ${t}.slug)`,
);

/** A thesis is named by slug, id or name, and then means all that are a part of it, too. */
export const thesisRecord = record({
  name: "theses",
  table: Prisma.sql`thesis`,
  alias: "t",
  read: "thesis:read",
  words: "q",
  referred: {
    lookup: lookupBy(
      ({ names, workspace }) => Prisma.sql`
        WITH RECURSIVE named AS (
          SELECT th.id, n.name, n.own FROM thesis AS th, LATERAL (VALUES
            (th.id::text, true), (th.slug, true), (${foldedSql(Prisma.sql`th.name_en`)}, false),
            (${foldedSql(Prisma.sql`th.name_zh`)}, false)) AS n (name, own)
          WHERE th.workspace_id = ${workspace} AND n.name = ANY(${names})
          UNION
          SELECT part.id, named.name, named.own FROM named
          JOIN thesis AS part ON part.workspace_id = ${workspace} AND part.parent_id = named.id)
        SELECT id, name, own FROM named`,
    ),
    called: (id) => Prisma.sql`
      SELECT json_build_object('value', th.slug, 'label', json_build_object('en', th.name_en, 'zh', th.name_zh))
      FROM thesis AS th WHERE th.workspace_id = (SELECT current_workspace()) AND th.id = ${id}`,
  },
  fields: {
    q: {
      kind: "words",
      find: findNamed(
        "thesis",
        (t) =>
          Prisma.sql`concat_ws(E'\\n', ${t}.name_en, ${t}.name_zh, ${t}.slug, ${t}.statement_en, ${t}.statement_zh)`,
      ),
    },
    name: {
      kind: "text",
      rows: (t, n) => Prisma.sql`unnest(ARRAY[${t}.name_en, ${t}.name_zh]) AS ${n} (value) WHERE true`,
      sql: (n) => Prisma.sql`${n}.value`,
      sortable: (t) => Prisma.sql`lower(${t}.name_en)`,
      audited: true,
    },
    slug: { kind: "text", sql: (t) => Prisma.sql`${t}.slug`, sortable: true },
    statement: {
      kind: "text",
      rows: (t, n) =>
        Prisma.sql`unnest(ARRAY[${t}.statement_en, ${t}.statement_zh]) AS ${n} (value) WHERE true`,
      sql: (n) => Prisma.sql`${n}.value`,
      audited: true,
    },
    keyword: {
      kind: "text",
      shown: "keywords",
      optional: true,
      rows: (t, n) => Prisma.sql`unnest(${t}.keywords) AS ${n} (value) WHERE true`,
      sql: (n) => Prisma.sql`${n}.value`,
      audited: true,
    },
    status: {
      kind: "choice",
      type: "ThesisStatus",
      values: thesisStatuses,
      names: "thesisStatus",
      sql: (t) => Prisma.sql`${t}.status`,
      facet: true,
      audited: true,
    },
    facet: { kind: "ref", to: facetReferred, sql: (t) => Prisma.sql`${t}.facet_id`, facet: true },
    parent: {
      kind: "ref",
      optional: true,
      to: "theses",
      sql: (t) => Prisma.sql`${t}.parent_id`,
      facet: true,
      audited: true,
    },
    owner: {
      kind: "ref",
      optional: true,
      to: "members",
      sql: (t) => Prisma.sql`${t}.owner_id`,
      sortable: (t) => personOrderSql(Prisma.sql`${t}.owner_id`),
      facet: true,
      audited: true,
    },
    horizon: { kind: "text", optional: true, sql: (t) => Prisma.sql`${t}.horizon`, audited: true },
    color: { kind: "number", sql: (t) => Prisma.sql`${t}.color`, audited: true },
    /** In the order of facets, and within each of its theses. */
    position: {
      kind: "number",
      sql: (t) => Prisma.sql`${t}.position`,
      sortable: (t) => Prisma.sql`((SELECT f.position FROM facet AS f
        WHERE f.workspace_id = ${t}.workspace_id AND f.id = ${t}.facet_id) * 1000000 + ${t}.position)`,
    },
    updated: { kind: "instant", shown: "updatedAt", sql: (t) => Prisma.sql`${t}.updated_at`, sortable: true },
  },
});
