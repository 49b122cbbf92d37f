import type { Context } from "@/server/context";
import { db, Prisma, type Tx } from "@/server/db/client";
import { AppError, conflict, unavailable } from "@/server/errors";
import { newId } from "@/server/ids";
import { publish } from "@/server/jobs/queue";
import { grants } from "@/server/permissions";
import { onlySql } from "./as-of";
import { answeredBefore, saveAnswer } from "./idempotency";
import type { AuditInput, CommandContext } from "./types";

type Written = {
  audits: AuditInput[];
  events: { name: string; payload: object }[];
  bookkeeping: boolean;
};
type Options = { idempotencyKey?: string; input?: unknown; asOf?: Date | null };

/** After this the database ends a statement: nobody waits longer for a page, and what waits for it waits, too. */
const statementLimit = { query: "10s", command: "30s" } as const;

/** Serialization failures and deadlocks are nobody's fault: the whole transaction is tried again, three times at most. */
const attempts = 3;

/** Runs `work` in one transaction that sees only the context's workspace, and writes what it audited and emitted. */
export async function inTransaction<T>(
  context: Context,
  kind: "query" | "command",
  name: string,
  options: Options,
  work: (ctx: CommandContext) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction((tx) => perform(tx, context, kind, name, options, work), {
        maxWait: 10_000,
        timeout: 30_000,
      });
    } catch (error) {
      if (attempt < attempts && isTransient(error)) continue;
      throw expected(error);
    }
  }
}

async function perform<T>(
  tx: Tx,
  context: Context,
  kind: "query" | "command",
  name: string,
  options: Options,
  work: (ctx: CommandContext) => Promise<T>,
): Promise<T> {
  const asOf = options.asOf ?? null;
  const now = await enterWorkspace(tx, context, kind);
  if (asOf !== null) await enterPast(tx, asOf);
  const written: Written = { audits: [], events: [], bookkeeping: false };
  const ctx: CommandContext = {
    ...context,
    tx: asOf === null ? tx : onlySql(tx),
    now: asOf ?? (kind === "command" ? now : context.now),
    asOf,
    can: (permission) => grants(context.role, permission),
    audit: (entry) => written.audits.push(entry),
    emit: ({ name, payload: shape }, payload) => written.events.push({ name, payload: shape.parse(payload) }),
    unaudited: () => {
      written.bookkeeping = true;
    },
  };
  if (kind === "query") return work(ctx);

  if (options.idempotencyKey !== undefined) {
    const before = await answeredBefore<T>(ctx, options.idempotencyKey, name, options.input);
    if (before) return before.answer;
  }
  const result = await work(ctx);
  await record(ctx, name, written);
  if (options.idempotencyKey !== undefined) await saveAnswer(ctx, options.idempotencyKey, result);
  return result;
}

/**
 * One round trip tells row-level security who is here and history what time it is; a query's transaction also becomes
 * read-only. Answers the instant at which what is written here is recorded: the context's, or when that has gone by (a job
 * that goes on for long, a transaction that had to wait), the transaction's.
 */
async function enterWorkspace(tx: Tx, context: Context, kind: "query" | "command"): Promise<Date> {
  const confidential = grants(context.role, "deal:confidential") ? "on" : "off";
  const actor = `${context.actor.kind}:${context.actor.id ?? ""}`;
  const [entered] = await tx.$queryRaw<{ now: Date }[]>`
    SELECT set_config('app.workspace_id', ${context.workspaceId}, true),
           set_config('app.actor', ${actor}, true),
           set_config('app.confidential', ${confidential}, true),
           set_config('app.now', ${context.now.toISOString()}, true),
           set_config('transaction_read_only', ${kind === "query" ? "on" : "off"}, true),
           set_config('statement_timeout', ${statementLimit[kind]}, true),
           recorded_now() AS now`;
  return entered?.now ?? context.now;
}

/** From here on SQL that names a table reads it as it was recorded by `asOf`: the views of the schema as_of come first. */
async function enterPast(tx: Tx, asOf: Date): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('app.as_of', ${asOf.toISOString()}, true), set_config('search_path', 'as_of, public', true)`;
}

async function record(ctx: CommandContext, name: string, written: Written): Promise<void> {
  if (written.audits.length === 0 && !written.bookkeeping && (await hasWritten(ctx.tx))) {
    throw new Error(`${name} changed something and did not say what (ctx.audit)`);
  }
  if (written.audits.length > 0) {
    await ctx.tx.auditEntry.createMany({
      data: written.audits.map((entry) => ({
        workspaceId: ctx.workspaceId,
        id: newId(),
        at: ctx.now,
        actorKind: ctx.actor.kind,
        actorId: ctx.actor.id,
        actorName: ctx.actor.name,
        operation: name,
        entity: entry.entity,
        entityId: entry.entityId,
        label: entry.label,
        changes: entry.changes ?? {},
      })),
    });
  }
  for (const { name: event, payload } of written.events) {
    await publish(ctx.tx, event, { ...payload, workspaceId: ctx.workspaceId });
  }
}

/** A transaction gets an id when it first writes (or locks) a row. */
async function hasWritten(tx: Tx): Promise<boolean> {
  const [found] = await tx.$queryRaw<
    { wrote: boolean }[]
  >`SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS wrote`;
  return found?.wrote === true;
}

function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return undefined;
  const cause: unknown = error.meta?.driverAdapterError;
  const text = JSON.stringify(cause instanceof Error ? { ...cause, cause: cause.cause } : (error.meta ?? {}));
  return /"(?:originalCode|code)":"([0-9A-Z]{5})"/.exec(text)?.[1];
}

/** The policy of that name refuses tags on what someone reads without knowing them. */
function isBlindReading(error: Prisma.PrismaClientKnownRequestError): boolean {
  const cause: unknown = error.meta?.driverAdapterError;
  return /policy \\?"blind_reading/.test(
    `${error.message} ${JSON.stringify(cause instanceof Error ? { ...cause } : {})}`,
  );
}

/** The server restarts, is out of connections, disk or patience: nobody's input is at fault, and it passes. */
const unavailableStates = new Set([
  "57P01",
  "57P02",
  "57P03",
  "53100",
  "53200",
  "53300",
  "08000",
  "08003",
  "08006",
]);
const unavailableCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);

/** Is the database what failed, and only for now? */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return unavailableCodes.has(error.code) || unavailableStates.has(sqlState(error) ?? "");
  const text = error instanceof Error ? `${error.name} ${error.message}` : "";
  return /Unable to start a transaction in the given time|ECONNREFUSED|Connection terminated|the database system is/.test(
    text,
  );
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const state = sqlState(error);
  return error.code === "P2034" || state === "40001" || state === "40P01";
}

const tooSlow = new AppError(
  "UNAVAILABLE",
  "This takes the database too long and was cut off; nothing was changed. Ask for less: a shorter period, fewer words.",
  { key: "tooSlow" },
);

/** The database's own refusals, as the answers they are: a row that is not here, or one that already is. */
function expected(error: unknown): unknown {
  if (isUnavailable(error)) return unavailable();
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return error;
  const state = sqlState(error);
  if (state === "57014") return tooSlow;
  if (state === "42501" && isBlindReading(error)) {
    return conflict("You are reading this item blind: its tags can be changed when that round is closed.", {
      key: "blindReading",
    });
  }
  if (error.code === "P2002" || state === "23505") {
    return conflict("Something with the same identity already exists here. Reload and look for it.", {
      key: "duplicate",
    });
  }
  if (error.code === "P2003" || state === "23503") {
    return new AppError("NOT_FOUND", "Something this refers to does not exist in this workspace.", {
      key: "notFoundReference",
    });
  }
  return error;
}
