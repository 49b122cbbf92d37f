import { invalid, staleVersion } from "@/server/errors";
import { log } from "@/server/log";
import { type Changes, command } from "@/server/operation";
import { currentWorkspace } from "../queries";
import { DeleteWorkspace, RemovedThing, UpdateWorkspace, Workspace } from "../schema";

export const updateWorkspace = command({
  name: "workspace.update",
  summary:
    "Change the workspace's name, time zone or currency; days and weeks are cut anew with the time zone",
  allow: "workspace:write",
  http: { method: "PATCH", path: "/workspace" },
  input: UpdateWorkspace,
  output: Workspace,
  run: async (ctx, { version, ...input }) => {
    const before = await currentWorkspace(ctx);
    const { count } = await ctx.tx.workspace.updateMany({
      where: { id: ctx.workspaceId, version: version ?? before.version },
      data: { ...input, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion("workspace", version ?? before.version, before.version);
    const after = await currentWorkspace(ctx);
    if (after.timeZone !== before.timeZone)
      await ctx.tx.$executeRaw`SELECT rebuild_rollups(${ctx.workspaceId}::uuid)`;
    const changes: Changes = {};
    for (const field of ["name", "timeZone", "currency"] as const) {
      if (before[field] !== after[field]) changes[field] = [before[field], after[field]];
    }
    ctx.audit({ entity: "workspace", entityId: after.id, label: after.name, changes });
    return after;
  },
});

export const deleteWorkspace = command({
  name: "workspace.delete",
  summary: "Remove the workspace with everything in it, for good",
  allow: "workspace:delete",
  http: { method: "DELETE", path: "/workspace" },
  input: DeleteWorkspace,
  output: RemovedThing,
  run: async (ctx, { confirm }) => {
    const { id, name, slug } = await currentWorkspace(ctx);
    if (confirm.trim() !== name) throw invalid({ confirm: `must be the workspace's name: ${name}` });
    await ctx.tx.$executeRaw`SELECT door_remove_workspace(${ctx.workspaceId}::uuid)`;
    // Its audit list is gone with it; that it happened stays in the log.
    ctx.unaudited();
    log.warn({ workspaceId: id, slug, actor: ctx.actor }, "workspace removed");
    return { id };
  },
});
