import { z } from "zod";
import { primaryLanguage } from "@/lib/text/language";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { findNamed } from "@/server/record/find-named";
import { foldedSql, lookupBy } from "@/server/record/lookup";
import { type Alias, type Lookup, record, type Sql } from "@/server/record/record";
import { feedStates } from "./schema";

/** SQL of what a feed counts as: paused by someone, failing at its last check, or active. */
export function feedStateSql(f: Alias): Sql {
  return Prisma.sql`CASE WHEN ${f}.status = 'paused' THEN 'paused' WHEN ${f}.failure_count > 0 THEN 'failing' ELSE 'active' END`;
}

/** SQL condition: a feed brings nothing by an instant, though it can be read and used to. */
export function silentSql(f: Alias, now: Sql): Sql {
  return Prisma.sql`(${f}.status = 'active' AND ${f}.failure_count = 0 AND coalesce(${f}.quiet_after < ${now}, false))`;
}

const folders: Lookup = async (ctx, names) => {
  const found = await rows(
    ctx.tx,
    z.object({ folder: z.string() }),
    Prisma.sql`SELECT DISTINCT f.folder FROM feed AS f
      WHERE f.workspace_id = ${ctx.workspaceId}::uuid AND f.folder = ANY(${[...names]}::text[])`,
  );
  return new Map(found.map(({ folder }) => [folder, [folder]]));
};

/** A feed is named by id, address or title. */
export const feedRecord = record({
  name: "feeds",
  table: Prisma.sql`feed`,
  alias: "f",
  read: "news:read",
  words: "q",
  referred: {
    lookup: lookupBy(
      ({ names, workspace }) => Prisma.sql`
        SELECT f.id, n.name, n.own FROM feed AS f, LATERAL (VALUES
          (f.id::text, true), (lower(f.url), true), (${foldedSql(Prisma.sql`f.title`)}, false)) AS n (name, own)
        WHERE f.workspace_id = ${workspace} AND n.name = ANY(${names})`,
    ),
    called: (id) => Prisma.sql`
      SELECT json_build_object('value', f.id, 'label', json_build_object('en', f.title, 'zh', f.title))
      FROM feed AS f WHERE f.workspace_id = (SELECT current_workspace()) AND f.id = ${id}`,
  },
  fields: {
    q: {
      kind: "words",
      find: findNamed("feed", (f) => Prisma.sql`${f}.title || E'\\n' || ${f}.url`),
    },
    title: {
      kind: "text",
      sql: (f) => Prisma.sql`${f}.title`,
      sortable: (f) => Prisma.sql`lower(${f}.title)`,
      audited: true,
    },
    url: { kind: "text", sql: (f) => Prisma.sql`${f}.url`, audited: true },
    folder: {
      kind: "choice",
      optional: true,
      lookup: folders,
      sql: (f) => Prisma.sql`${f}.folder`,
      facet: true,
      audited: true,
    },
    status: {
      kind: "choice",
      values: feedStates,
      names: "feedStatus",
      sql: feedStateSql,
      facet: true,
      audited: true,
    },
    silent: { kind: "flag", sql: (f) => silentSql(f, Prisma.sql`now()`), facet: true },
    language: {
      kind: "choice",
      optional: true,
      read: primaryLanguage,
      sql: (f) => Prisma.sql`split_part(lower(${f}.language), '-', 1)`,
      facet: true,
    },
    failures: {
      kind: "number",
      shown: "failureCount",
      sql: (f) => Prisma.sql`${f}.failure_count`,
      sortable: true,
    },
    lastChecked: {
      kind: "instant",
      shown: "lastCheckedAt",
      optional: true,
      sql: (f) => Prisma.sql`${f}.last_checked_at`,
      sortable: true,
    },
    lastChanged: {
      kind: "instant",
      shown: "lastChangedAt",
      optional: true,
      sql: (f) => Prisma.sql`${f}.last_changed_at`,
      sortable: true,
    },
    lastSuccess: {
      kind: "instant",
      shown: "lastSuccessAt",
      optional: true,
      sql: (f) => Prisma.sql`${f}.last_success_at`,
      sortable: true,
    },
    nextCheck: {
      kind: "instant",
      shown: "nextCheckAt",
      sql: (f) => Prisma.sql`${f}.next_check_at`,
      sortable: true,
    },
    created: { kind: "instant", shown: "createdAt", sql: (f) => Prisma.sql`${f}.created_at`, sortable: true },
    news: {
      kind: "relation",
      to: "news",
      join: (f, i) => Prisma.sql`${i}.workspace_id = ${f}.workspace_id AND ${i}.feed_id = ${f}.id`,
    },
  },
});
