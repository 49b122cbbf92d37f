import { personBehind } from "@/features/workspaces/queries";
import { Prisma } from "@/server/db/client";
import { AppError, invalid } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { grants } from "@/server/permissions";
import { revisable, revise, rowKey } from "@/server/record/revise";
import { storedFilter } from "@/server/record/stored-filter";
import { refuseUnknown } from "../queries/lists";
import { viewById } from "../queries/views";
import { ChooseView, CreateView, RemovedView, UpdateView, View, ViewId } from "../schema";

const revisedView = revisable({
  noun: "view",
  table: "saved_view",
  read: (ctx, id) => ctx.tx.savedView.findUniqueOrThrow({ where: rowKey(ctx, id) }),
  write: (ctx, id, { filter, ...columns }) =>
    ctx.tx.savedView.update({
      where: rowKey(ctx, id),
      data: {
        ...columns,
        ...(filter === undefined ? {} : { filter: filter ?? Prisma.DbNull }),
        updatedAt: ctx.now,
      },
      select: { id: true },
    }),
  show: viewById,
  subject: ({ id, name }) => ({ entity: "view", entityId: id, label: name }),
  audited: ["name", "filter", "sort", "columns", "access"],
});

export const createView = command({
  name: "view.create",
  summary: "Save what a list is asked, its order and its columns under a name, for oneself or the team",
  allow: "workspace:read",
  http: { method: "POST", path: "/views", status: 201 },
  input: CreateView,
  output: View,
  run: async (ctx, { pinned, filter, ...input }) => {
    mayShare(ctx, input.access);
    await refuseUnknown(ctx, input.record, { ...input, filter });
    const id = newId();
    await ctx.tx.savedView.create({
      data: {
        ...input,
        workspaceId: ctx.workspaceId,
        id,
        filter: filter ? storedFilter(filter) : Prisma.DbNull,
        ownerId: (await personBehind(ctx))?.id ?? null,
        ownerActor: `${ctx.actor.kind}:${ctx.actor.id ?? ""}`,
        ownerName: ctx.actor.name,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
    if (pinned) await choose(ctx, id, { pinned });
    ctx.audit({ entity: "view", entityId: id, label: input.name, changes: { access: [null, input.access] } });
    return viewById(ctx, id);
  },
});

export const updateView = command({
  name: "view.update",
  summary: "Change a saved view; fields left out stay as they are",
  allow: "workspace:read",
  http: { method: "PATCH", path: "/views/{id}" },
  input: UpdateView,
  output: View,
  run: async (ctx, { id, version, filter, ...change }) => {
    const { record } = await ownView(ctx, id);
    await refuseUnknown(ctx, record, { ...change, filter });
    if (change.access) mayShare(ctx, change.access);
    const { after } = await revise(ctx, revisedView, { id, version, filter, ...change }, () => ({
      ...change,
      ...(filter === undefined ? {} : { filter: filter && storedFilter(filter) }),
    }));
    return after;
  },
});

export const deleteView = command({
  name: "view.delete",
  summary: "Delete a saved view and its links",
  allow: "workspace:read",
  http: { method: "DELETE", path: "/views/{id}" },
  input: ViewId,
  output: RemovedView,
  run: async (ctx, { id }) => {
    const { name, access } = await ownView(ctx, id);
    await ctx.tx.savedView.delete({ where: rowKey(ctx, id), select: { id: true } });
    ctx.audit({ entity: "view", entityId: id, label: name, changes: { access: [access, null] } });
    return { id };
  },
});

export const chooseView = command({
  name: "view.choose",
  summary: "Put a view into one's navigation, or let its list open with it",
  allow: "workspace:read",
  http: { method: "PUT", path: "/views/{id}/choice" },
  input: ChooseView,
  output: View,
  run: async (ctx, { id, ...choice }) => {
    await viewById(ctx, id);
    await choose(ctx, id, choice);
    // What one has in one's own navigation nobody else needs to read about.
    ctx.unaudited();
    return viewById(ctx, id);
  },
});

/** A list opens with one view at most: choosing another takes the place. */
async function choose(
  ctx: CommandContext,
  viewId: string,
  { pinned, opensWith }: { pinned?: boolean | undefined; opensWith?: boolean | undefined },
): Promise<void> {
  const person = await personBehind(ctx);
  if (!person) throw invalid({ pinned: "is a person's choice: this token was made by nobody in particular" });
  if (opensWith)
    await ctx.tx.$executeRaw`
      UPDATE view_choice AS c SET opens_with = false FROM saved_view AS v, saved_view AS chosen
      WHERE c.workspace_id = ${ctx.workspaceId}::uuid AND c.user_id = ${person.id}::uuid AND c.opens_with
        AND v.workspace_id = c.workspace_id AND v.id = c.view_id AND v.record = chosen.record
        AND chosen.workspace_id = c.workspace_id AND chosen.id = ${viewId}::uuid`;
  const choice = { pinned: pinned ?? null, opensWith: opensWith ?? null };
  await ctx.tx.$executeRaw`
    INSERT INTO view_choice AS c (workspace_id, user_id, view_id, pinned, opens_with)
    VALUES (${ctx.workspaceId}::uuid, ${person.id}::uuid, ${viewId}::uuid,
      coalesce(${choice.pinned}::boolean, false), coalesce(${choice.opensWith}::boolean, false))
    ON CONFLICT (workspace_id, user_id, view_id) DO UPDATE SET
      pinned = coalesce(${choice.pinned}::boolean, c.pinned),
      opens_with = coalesce(${choice.opensWith}::boolean, c.opens_with)`;
}

/** What the whole team sees is for those who write. */
function mayShare(ctx: CommandContext, access: "private" | "team"): void {
  if (access === "team" && !grants(ctx.role, "view:share"))
    throw new AppError("FORBIDDEN", "Your role keeps views for itself. Save it as private.", {
      key: "viewSharing",
    });
}

/** The view when whoever asks saved it, or runs the workspace; FORBIDDEN for the team's others. */
export async function ownView(ctx: CommandContext, id: string): Promise<View> {
  const view = await viewById(ctx, id);
  if (!view.mine && !grants(ctx.role, "workspace:write"))
    throw new AppError("FORBIDDEN", `Only ${view.owner} may change this view. Save one of your own.`, {
      key: "foreignView",
      values: { name: view.owner },
    });
  return view;
}
