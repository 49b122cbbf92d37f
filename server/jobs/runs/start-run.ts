import { newId } from "@/server/ids";
import type { CommandContext } from "@/server/operation";
import type { RunKind } from "./run";

type Start<I> = {
  id?: string;
  /** Another run of the kind that is open for the same subject makes this CONFLICT. */
  subjectId?: string | null;
  label: string;
  input: I;
  total?: number | null;
  /** No worker takes it up before. */
  dueAt?: Date;
};

/** Puts a run to the workers, in the caller's transaction: it is there if and only if that commits. Its id. */
export async function startRun<I>(
  ctx: CommandContext,
  { kind, allow, undo, begin }: RunKind<I>,
  { id = newId(), subjectId = null, label, input, total = null, dueAt = ctx.now }: Start<I>,
): Promise<string> {
  await ctx.tx.jobRun.create({
    data: {
      workspaceId: ctx.workspaceId,
      id,
      kind,
      subjectId,
      label,
      permission: allow,
      undoKind: undo,
      input: begin.input(input) ?? {},
      result: begin.result ?? {},
      total,
      dueAt,
      // A job is nobody.
      startedBy: ctx.actor.kind === "job" ? "" : ctx.actor.name,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  return id;
}

/** The run of that kind that is queued or running for a subject; null when there is none. */
export async function openRun<I>(
  ctx: CommandContext,
  { kind }: RunKind<I>,
  subjectId: string | null = null,
): Promise<string | null> {
  const found = await ctx.tx.jobRun.findFirst({
    where: { workspaceId: ctx.workspaceId, kind, subjectId, state: { in: ["queued", "running"] } },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** Begins the run that takes another back. Its id; what the other's kind names as its undo works on it. */
export async function startUndo(ctx: CommandContext, runId: string): Promise<string> {
  const id = newId();
  await ctx.tx.$executeRaw`
    INSERT INTO job_run (workspace_id, id, kind, subject_id, label, permission, input, result, due_at, started_by,
                         created_at, updated_at)
    SELECT workspace_id, ${id}::uuid, undo_kind, id, label, permission, '{}', '{}', now(), ${ctx.actor.name},
           ${ctx.now}, ${ctx.now}
    FROM job_run WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${runId}::uuid`;
  return id;
}

/** Whoever works on the run ends it before its next step; one that waits is ended when it is next taken up, at once. */
export async function requestCancel(ctx: CommandContext, runId: string): Promise<void> {
  await ctx.tx.$executeRaw`
    UPDATE job_run SET cancel_requested_at = ${ctx.now}, due_at = now()
    WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${runId}::uuid AND cancel_requested_at IS NULL`;
}
