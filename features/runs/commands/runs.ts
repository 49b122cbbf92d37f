import { AppError, conflict, notFound } from "@/server/errors";
import { requestCancel, startUndo } from "@/server/jobs/runs/start-run";
import { type CommandContext, command } from "@/server/operation";
import { type Permission, permissions } from "@/server/permissions";
import { isOver } from "../domain";
import { runById } from "../queries/runs";
import { Run, RunId, RunStarted } from "../schema";

export const cancelRun = command({
  name: "run.cancel",
  summary:
    "Stop a run after the step it is at; what it did by then stays, and can be undone where the run can",
  allow: "workspace:read",
  http: { method: "DELETE", path: "/runs/{id}" },
  input: RunId,
  output: Run,
  run: async (ctx, { id }) => {
    const run = await changeable(ctx, id);
    if (isOver(run)) throw conflict("This run is over already.", { key: "runOver" });
    await requestCancel(ctx, id);
    ctx.audit({
      entity: "run",
      entityId: id,
      label: run.label || run.kind,
      changes: { cancelled: [false, true] },
    });
    return runById(ctx, id);
  },
});

export const undoRun = command({
  name: "run.undo",
  summary: "Take back what a run did, in the background; what somebody changed since stays, and is named",
  allow: "workspace:read",
  http: { method: "POST", path: "/runs/{id}/undo", status: 202 },
  input: RunId,
  output: RunStarted,
  run: async (ctx, { id }) => {
    const run = await changeable(ctx, id);
    if (!isOver(run)) throw conflict("This run is still at work. Cancel it first.", { key: "runNotOver" });
    if (run.undo === "none") throw conflict("What this run did cannot be taken back.", { key: "runNoUndo" });
    if (run.undo !== "possible") throw conflict("This was taken back already.", { key: "alreadyUndone" });
    const undoId = await startUndo(ctx, id);
    ctx.audit({
      entity: "run",
      entityId: id,
      label: run.label || run.kind,
      changes: { undone: [false, true] },
    });
    return { run: await runById(ctx, undoId) };
  },
});

/** The run, for whoever may start one of its kind; locked, lest two people undo it at once. */
async function changeable(ctx: CommandContext, id: string): Promise<Run> {
  await ctx.tx
    .$executeRaw`SELECT 1 FROM job_run WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const run = await runById(ctx, id);
  const needed = await permissionOf(ctx, id);
  if (!ctx.can(needed))
    throw new AppError("FORBIDDEN", `The role ${ctx.role} may not do this (it needs ${needed}).`, {
      key: "forbidden",
      values: { role: ctx.role, permission: needed },
    });
  return run;
}

async function permissionOf(ctx: CommandContext, id: string): Promise<Permission> {
  const found = await ctx.tx.jobRun.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { permission: true },
  });
  const permission = permissions.find((one) => one === found?.permission);
  if (!permission) throw notFound("run");
  return permission;
}
