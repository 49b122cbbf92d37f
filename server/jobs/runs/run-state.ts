import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { AppError } from "@/server/errors";
import type { CommandContext } from "@/server/operation";
import { asJson, type EndState, type Run, RunFailure, type RunKind } from "./run";

/** Whoever works on a run says so at least that often; after this it counts as dead, and another takes the run up. */
const leaseSeconds = 5;
/** So often in a row a step is tried, which takes about an hour; then the run is given up. */
const maxFailures = 15;
const maxDelaySeconds = 300;

const isOpen = Prisma.sql`state IN ('queued', 'running')`;

/** The lease is the database's time: workers' clocks may differ. */
const leased = Prisma.sql`now() + make_interval(secs => ${leaseSeconds})`;

/** Makes a run that is due the caller's to work on; false when there is none, or another has it. */
export async function takeRun(ctx: CommandContext, runId: string): Promise<boolean> {
  const taken = await ctx.tx.$executeRaw`
    UPDATE job_run SET state = 'running', started_at = coalesce(started_at, ${ctx.now}), due_at = ${leased}
    WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = (
      SELECT id FROM job_run WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${runId}::uuid
        AND ${isOpen} AND due_at <= now() FOR UPDATE SKIP LOCKED)`;
  return taken === 1;
}

export async function holdRun(ctx: CommandContext, runId: string): Promise<void> {
  await ctx.tx.$executeRaw`UPDATE job_run SET due_at = ${leased}
    WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${runId}::uuid AND ${isOpen}`;
}

export async function releaseRun(ctx: CommandContext, runId: string): Promise<void> {
  await ctx.tx.$executeRaw`UPDATE job_run SET due_at = now()
    WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${runId}::uuid AND ${isOpen}`;
}

const Locked = z.object({
  id: z.string(),
  subjectId: z.string().nullable(),
  label: z.string(),
  startedBy: z.string(),
  input: z.unknown(),
  cursor: z.unknown(),
  result: z.unknown(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  failures: z.number().int(),
  cancelling: z.boolean(),
});
type Locked = z.infer<typeof Locked>;

/** The run for its next step, held until the transaction ends; null when it is over. */
export function lockRun(ctx: CommandContext, runId: string): Promise<Locked | null> {
  return row(
    ctx.tx,
    Locked,
    Prisma.sql`
      SELECT id, subject_id AS "subjectId", label, started_by AS "startedBy", input, cursor, result, done, total,
             failures, cancel_requested_at IS NOT NULL AS cancelling
      FROM job_run WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${runId}::uuid AND ${isOpen} FOR UPDATE`,
  );
}

export async function saveProgress(ctx: CommandContext, run: Run): Promise<void> {
  await ctx.tx.$executeRaw`
    UPDATE job_run SET done = ${run.done}, total = ${run.total}::int, cursor = ${stored(run.cursor)}::jsonb,
      result = ${stored(run.result)}::jsonb, failures = 0, error = NULL, error_key = NULL,
      updated_at = ${ctx.now}, due_at = ${leased}
    WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${run.id}::uuid`;
}

function stored(value: unknown): string | null {
  return value === null ? null : JSON.stringify(asJson(value));
}

export async function endRun(
  ctx: CommandContext,
  kind: RunKind,
  run: Run,
  state: EndState,
  error: { message: string; key: string | null } | null = null,
): Promise<void> {
  await kind.end(ctx, run, state);
  await ctx.tx.jobRun.update({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: run.id } },
    data: {
      state,
      error: error?.message ?? null,
      errorKey: error?.key ?? null,
      updatedAt: ctx.now,
      finishedAt: ctx.now,
    },
    select: { id: true },
  });
}

/** A step failed: the run is tried again later, ever later; one that cannot be done, or failed too often, is over. */
export async function saveFailure(
  ctx: CommandContext,
  kind: RunKind,
  runId: string,
  error: unknown,
): Promise<void> {
  const run = await lockRun(ctx, runId);
  if (!run) return;
  const told = sentenceOf(error, runId);
  const failures = run.failures + 1;
  if (error instanceof RunFailure || failures >= maxFailures) return endRun(ctx, kind, run, "failed", told);
  const delay = Math.min(maxDelaySeconds, 5 * 2 ** (failures - 1));
  await ctx.tx.$executeRaw`
    UPDATE job_run SET failures = ${failures}, error = ${told.message}, error_key = ${told.key},
      updated_at = ${ctx.now}, due_at = now() + make_interval(secs => ${delay})
    WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${runId}::uuid`;
}

function sentenceOf(error: unknown, runId: string): { message: string; key: string | null } {
  if (error instanceof AppError) return { message: error.message, key: error.details.key ?? null };
  return { message: `Something went wrong on our side. Ask about run ${runId}.`, key: "runFailed" };
}
