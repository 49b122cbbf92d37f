import { Prisma } from "@/server/db/client";
import { invalid } from "@/server/errors";
import { log } from "@/server/log";
import { command } from "@/server/operation";
import { revisable, revise } from "@/server/record/revise";
import { currentWorkspace } from "../queries";
import { DeleteWorkspace, RemovedThing, UpdateWorkspace, Workspace } from "../schema";

const workspaces = revisable({
  noun: "workspace",
  table: "workspace",
  where: (_ctx, id) => Prisma.sql`id = ${id}::uuid`,
  read: (ctx, id) => ctx.tx.workspace.findUniqueOrThrow({ where: { id } }),
  write: (ctx, id, data) => ctx.tx.workspace.update({ where: { id }, data }),
  show: currentWorkspace,
  subject: ({ id, name }) => ({ entity: "workspace", entityId: id, label: name }),
  audited: ["name", "timeZone", "currency", "ruleTagsSuffice"],
});

export const updateWorkspace = command({
  name: "workspace.update",
  summary:
    "Change the workspace's name, time zone, currency or what its rules' tags count for; days and weeks are cut anew with the time zone",
  allow: "workspace:write",
  http: { method: "PATCH", path: "/workspace" },
  input: UpdateWorkspace,
  output: Workspace,
  run: async (ctx, input) => {
    const { version: _, ...facts } = input;
    const asked = { ...input, id: ctx.workspaceId };
    const { after, columns } = await revise(ctx, workspaces, asked, () => facts);
    if (columns.timeZone) await ctx.tx.$executeRaw`SELECT rebuild_rollups(${ctx.workspaceId}::uuid)`;
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
