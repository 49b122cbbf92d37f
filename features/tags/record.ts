import { facetReferred } from "@/features/theses/record";
import { Prisma } from "@/server/db/client";
import type { Alias, Field, Rows, Sql } from "@/server/record/record";
import { stances, tagOrigins } from "./schema";

/** The current tags of a record: rows that fields of `of: "tag"` share. */
export function tagRows(table: "news_tag" | "company_tag" | "deal_tag"): Rows {
  return (record, row) => Prisma.sql`${Prisma.raw(table)} AS ${row}
    WHERE ${row}.workspace_id = ${record}.workspace_id AND ${row}.subject_id = ${record}.id AND ${row}.superseded_at IS NULL`;
}

/** What a filter can ask about a tag, the same of news, companies and deals. `none`: SQL that a record has no tag. */
export function tagFields(none?: (record: Alias) => Sql) {
  const of = "tag";
  return {
    thesis: {
      kind: "ref",
      of,
      optional: true,
      to: "theses",
      sql: (t) => Prisma.sql`${t}.thesis_id`,
      facet: true,
      ...(none && { none }),
    },
    /** The facet of the thesis. */
    facet: {
      kind: "ref",
      of,
      to: facetReferred,
      sql: (t) => Prisma.sql`(SELECT th.facet_id FROM thesis AS th
        WHERE th.workspace_id = ${t}.workspace_id AND th.id = ${t}.thesis_id)`,
      facet: true,
    },
    stance: {
      kind: "choice",
      of,
      type: "Stance",
      values: stances,
      names: "stance",
      sql: (t) => Prisma.sql`${t}.stance`,
      facet: true,
    },
    strength: { kind: "number", of, sql: (t) => Prisma.sql`${t}.strength`, facet: true },
    origin: {
      kind: "choice",
      of,
      type: "TagOrigin",
      values: tagOrigins,
      names: "origin",
      sql: (t) => Prisma.sql`${t}.origin`,
      facet: true,
    },
    by: {
      kind: "ref",
      of,
      optional: true,
      to: "members",
      sql: (t) => Prisma.sql`${t}.actor_id`,
      facet: true,
    },
    taggedAt: { kind: "instant", of, sql: (t) => Prisma.sql`${t}.recorded_at` },
  } as const satisfies Record<string, Field>;
}
