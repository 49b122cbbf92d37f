import { z } from "zod";
import { indexTerms, searchQuery, tsquery } from "@/lib/text/search-terms";
import { Prisma, type Tx } from "@/server/db/client";
import { rows } from "@/server/db/rows";

/** What the column `search` of a table is made of: `text` is SQL over the table's alias. */
export type SearchIndex = { table: string; text: (alias: Prisma.Sql) => Prisma.Sql };

/** SQL of what was asked for as a tsquery; NULL, which meets nothing, when it holds no letter or digit. */
export function tsquerySql(words: string): Prisma.Sql {
  const asked = searchQuery(words);
  return Prisma.sql`${asked && tsquery(asked)}::tsquery`;
}

/**
 * Brings the column `search` of some rows up to what they say. Called after every write of what it is made of, but by who
 * writes the terms along. A row that somebody else changes meanwhile is theirs to index.
 */
export async function indexRows(
  { tx, workspaceId }: { tx: Tx; workspaceId: string },
  { table, text }: SearchIndex,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const name = Prisma.raw(table);
  const said = text(Prisma.raw("t"));
  const found = await rows(
    tx,
    z.object({ id: z.string(), text: z.string(), hash: z.string() }),
    Prisma.sql`SELECT s.id, s.text, md5(s.text) AS hash FROM (SELECT t.id, ${said} AS text FROM ${name} AS t
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ANY(${ids}::uuid[])) AS s`,
  );
  const given = found.map(({ text: one, ...row }) => ({ ...row, terms: indexTerms(one) }));
  await tx.$executeRaw`
    UPDATE ${name} AS t SET search = array_to_tsvector(g.terms)
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g (id uuid, hash text, terms text[])
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = g.id AND md5(${said}) = g.hash
      AND t.search IS DISTINCT FROM array_to_tsvector(g.terms)`;
}

/** An earlier version of a row. */
export const Version = z.object({ id: z.string(), recordedAt: z.string() });
export type Version = z.infer<typeof Version>;

/** Indexes the next earlier versions of a table's rows anew; those it did. */
export async function indexPast(
  { tx, workspaceId }: { tx: Tx; workspaceId: string },
  { table, text }: SearchIndex,
  { after, limit }: { after: Version | null; limit: number },
): Promise<Version[]> {
  const beyond = after
    ? Prisma.sql`(t.id, t.recorded_at) > (${after.id}::uuid, ${after.recordedAt}::timestamptz)`
    : Prisma.sql`true`;
  const found = await rows(
    tx,
    Version.extend({ text: z.string() }),
    Prisma.sql`SELECT t.id, t.recorded_at::text AS "recordedAt", ${text(Prisma.raw("t"))} AS text
      FROM ${Prisma.raw(`history.${table}`)} AS t WHERE t.workspace_id = ${workspaceId}::uuid AND ${beyond}
      ORDER BY t.id, t.recorded_at LIMIT ${limit}::int`,
  );
  const given = found.map(({ text: one, ...version }) => ({ ...version, terms: indexTerms(one) }));
  await tx.$executeRaw`SELECT door_index_past(${table}, ${JSON.stringify(given)}::jsonb)`;
  return found.map(({ id, recordedAt }) => ({ id, recordedAt }));
}
