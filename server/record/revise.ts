import { Prisma } from "@/server/db/client";
import { notFound, staleVersion } from "@/server/errors";
import type { CommandContext, QueryContext } from "@/server/operation";
import { type AuditedField, type Columns, changedColumns, changedFields } from "./changes";

type Versioned = { version: number };
type Subject = { entity: string; entityId: string; label: string };

/**
 * A record that people change field by field. `Row`: the columns it is kept in; `Shown`: the record as its operations
 * answer it.
 */
export type Revisable<Row extends Versioned, Shown extends Versioned> = {
  /** What messages call it. */
  noun: string;
  table: string;
  /** The row of `id`; that of the workspace whose `id` column says so, unless told. */
  where?: (ctx: QueryContext, id: string) => Prisma.Sql;
  /** The row, which is there. */
  read(ctx: QueryContext, id: string): Promise<Row>;
  write(ctx: CommandContext, id: string, columns: Columns<Row> & Versioned): Promise<unknown>;
  show(ctx: QueryContext, id: string): Promise<Shown>;
  /** What a change of it is a change of, in the audit: itself, or the record it is part of. */
  subject(shown: Shown, ctx: QueryContext): Subject | Promise<Subject>;
  audited: readonly AuditedField<Shown>[];
};

/** Says what `Row` and `Shown` are by its members. */
export function revisable<Row extends Versioned, Shown extends Versioned>(
  record: Revisable<Row, Shown>,
): Revisable<Row, Shown> {
  return record;
}

/** What was asked for: which row, the version it was made against if the sender knows it, and the new values. */
type Asked = { id: string; version?: number | undefined; [field: string]: unknown };

/** `columns`: what was written, which is nothing where not `changed`. */
type Revised<Row, Shown> = { changed: boolean; before: Shown; after: Shown; columns: Columns<Row> };

/**
 * Changes a record: locks its row, writes those of the columns `change` names that say something new, with the next version,
 * and audits what differs. When nothing does, nothing is written. NOT_FOUND when there is no such record, CONFLICT when it is
 * not the version that was asked for any more. What follows from a change (events, history) is the caller's.
 */
export async function revise<Row extends Versioned, Shown extends Versioned>(
  ctx: CommandContext,
  record: Revisable<Row, Shown>,
  asked: Asked,
  change: (row: Row, before: Shown) => Columns<Row> | Promise<Columns<Row>>,
): Promise<Revised<Row, Shown>> {
  const { id } = asked;
  const before = await lockVersion(ctx, record, asked);
  const row = await record.read(ctx, id);
  const columns = changedColumns(row, await change(row, before));
  if (Object.keys(columns).length === 0) {
    // The lock alone counts as a write for the rule that who writes audits.
    ctx.unaudited();
    return { changed: false, before, after: before, columns };
  }
  await record.write(ctx, id, { ...columns, version: row.version + 1 });
  const after = await record.show(ctx, id);
  const changes = changedFields(before, after, record.audited, columns);
  ctx.audit({ ...(await record.subject(after, ctx)), changes });
  return { changed: true, before, after, columns };
}

/** The record as it is, and will be until this transaction ends. NOT_FOUND, or CONFLICT with both sides, as above. */
export async function lockVersion<Row extends Versioned, Shown extends Versioned>(
  ctx: CommandContext,
  record: Revisable<Row, Shown>,
  { id, version, ...sent }: Asked,
): Promise<Shown> {
  const { noun, where = byId } = record;
  const found = await ctx.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM ${Prisma.raw(record.table)} WHERE ${where(ctx, id)} FOR NO KEY UPDATE`;
  if (found.length === 0) throw notFound(noun);
  const current = await record.show(ctx, id);
  if (version === undefined || version === current.version) return current;
  throw staleVersion(noun, { ...sent, version }, current);
}

/** How Prisma finds the row of an id. */
export function rowKey(ctx: QueryContext, id: string) {
  return { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
}

function byId(ctx: QueryContext, id: string): Prisma.Sql {
  return Prisma.sql`workspace_id = ${ctx.workspaceId}::uuid AND id = ${id}::uuid`;
}

/** The audit's entry of a record that was just made. */
export async function auditCreated<Row extends Versioned, Shown extends Versioned>(
  ctx: CommandContext,
  { subject, audited }: Revisable<Row, Shown>,
  shown: Shown,
): Promise<void> {
  ctx.audit({ ...(await subject(shown, ctx)), changes: changedFields(null, shown, audited) });
}
