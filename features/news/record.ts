import { z } from "zod";
import { tagFields, tagRows } from "@/features/tags/record";
import { primaryLanguage } from "@/lib/text/language";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { type Find, type Rows, record } from "@/server/record/record";
import { type SearchIndex, tsquerySql } from "@/server/sql/search";
import { newsKinds } from "./domain/kinds";
import { untaggedSql, waitingSql } from "./queries/waiting";

/** News is found by the words of its title and text. */
export const newsIndex: SearchIndex = {
  table: "news_item",
  text: (i) => Prisma.sql`${i}.title || E'\\n' || ${i}.text`,
};

/** Matches of a search up to this many are looked at one by one; a word with more stands in every few items anyway. */
const fewMatches = 5000;

/**
 * Words in title or text. The text index is out of reach but for its door, which all matches are read through; only the newest
 * of a common word are found sooner by reading on.
 */
const findNews: Find = async (ctx, words) => {
  const asked = tsquerySql(words);
  const found = await row(
    ctx.tx,
    z.object({ few: z.boolean() }),
    Prisma.sql`SELECT count(*) <= ${fewMatches} AS few FROM door_search_news(${asked}, ${fewMatches}::int)`,
  );
  return (i, all) =>
    all || found?.few
      ? Prisma.sql`${i}.id IN (SELECT m.id FROM door_search_news(${asked}, ${maxMatches}::int) AS m)`
      : Prisma.sql`${i}.search @@ ${asked}`;
};

/** More items than any workspace has. */
const maxMatches = 1_000_000_000;

const companyRows: Rows = (i, n) => Prisma.sql`news_company AS ${n}
  WHERE ${n}.workspace_id = ${i}.workspace_id AND ${n}.news_item_id = ${i}.id`;

export const newsRecord = record({
  name: "news",
  table: Prisma.sql`news_item`,
  alias: "i",
  read: "news:read",
  words: "q",
  groups: { tag: tagRows("news_tag") },
  aliases: [
    { param: "from", field: "published", op: "gte" },
    { param: "to", field: "published", op: "lt" },
    { param: "seenFrom", field: "seen", op: "gte" },
    { param: "seenTo", field: "seen", op: "lt" },
  ],
  fields: {
    q: { kind: "words", find: findNews },
    title: { kind: "text", sql: (i) => Prisma.sql`${i}.title`, audited: true, importable: true },
    url: { kind: "text", optional: true, sql: (i) => Prisma.sql`${i}.url`, audited: true, importable: true },
    author: { kind: "text", optional: true, sql: (i) => Prisma.sql`${i}.author`, audited: true },
    source: { kind: "text", optional: true, sql: (i) => Prisma.sql`${i}.source_name`, importable: true },
    kind: {
      kind: "choice",
      type: "NewsKind",
      values: newsKinds,
      names: "newsKind",
      sql: (i) => Prisma.sql`${i}.kind`,
      facet: true,
      audited: true,
    },
    language: {
      kind: "choice",
      read: primaryLanguage,
      sql: (i) => Prisma.sql`${i}.language`,
      facet: true,
      audited: true,
      importable: true,
    },
    feed: { kind: "ref", optional: true, to: "feeds", sql: (i) => Prisma.sql`${i}.feed_id`, facet: true },
    company: {
      kind: "ref",
      optional: true,
      to: "companies",
      rows: companyRows,
      sql: (n) => Prisma.sql`${n}.company_id`,
      facet: true,
    },
    published: {
      kind: "instant",
      shown: "publishedAt",
      sql: (i) => Prisma.sql`${i}.published_at`,
      sortable: true,
      audited: true,
      importable: true,
    },
    seen: {
      kind: "instant",
      shown: "firstSeenAt",
      sql: (i) => Prisma.sql`${i}.first_seen_at`,
      sortable: true,
    },
    /** Its date is not its source's word. */
    doubtful: { kind: "flag", sql: (i) => Prisma.sql`(NOT ${i}.date_stated)`, facet: true },
    /** It waits in the inbox: asked of the past, as it did then. */
    untagged: {
      kind: "flag",
      sql: waitingSql,
    },
    text: {
      kind: "text",
      filterable: false,
      sql: (i) => Prisma.sql`${i}.text`,
      audited: true,
      importable: true,
    },
    ...tagFields(untaggedSql),
  },
});
