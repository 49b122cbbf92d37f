import { actorUserId } from "@/server/context";
import { conflict, invalid, notFound, staleVersion } from "@/server/errors";
import { publicUrl } from "@/server/env";
import { newId } from "@/server/ids";
import { log } from "@/server/log";
import { type Changes, type CommandContext, command } from "@/server/operation";
import { type Role, roles } from "@/server/permissions";
import { newSecret } from "@/server/secrets";
import { currentWorkspace, memberById } from "./queries";
import { checkMayGive, checkMayTouch, checkOwnerRemains, invitationDays } from "./rules";
import {
  ChangeRole,
  CreatedInvitation,
  CreatedToken,
  CreateInvitation,
  CreateToken,
  DeleteWorkspace,
  Member,
  RemovedThing,
  RemoveMember,
  RevokeInvitation,
  RevokeToken,
  UpdateWorkspace,
  Workspace,
} from "./schema";

export const updateWorkspace = command({
  name: "workspace.update",
  summary: "Change the workspace's name, time zone or currency; days and weeks are cut anew with the time zone",
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
    if (after.timeZone !== before.timeZone) await ctx.tx.$executeRaw`SELECT rebuild_rollups(${ctx.workspaceId}::uuid)`;
    const changes: Changes = {};
    for (const field of ["name", "timeZone", "currency"] as const) {
      if (before[field] !== after[field]) changes[field] = [before[field], after[field]];
    }
    ctx.audit({ entity: "workspace", entityId: after.id, label: after.name, changes });
    ctx.emit("workspace.updated", { id: after.id });
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

export const changeRole = command({
  name: "member.changeRole",
  summary: "Give a member another role, at most one's own; tokens and invitations they made above it end",
  allow: "member:write",
  http: { method: "PATCH", path: "/members/{id}" },
  input: ChangeRole,
  output: Member,
  run: async (ctx, { id, role, version }) => {
    const owners = await lockOwners(ctx);
    const before = await memberById(ctx, id);
    checkMayTouch(ctx.role, before.role);
    checkMayGive(ctx.role, role);
    checkOwnerRemains(before.role, role, owners);
    const { count } = await ctx.tx.membership.updateMany({
      where: { workspaceId: ctx.workspaceId, userId: id, version: version ?? before.version },
      data: { role, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion("member", version ?? before.version, before.version);
    await endWhatTheyGave(ctx, id, role);
    ctx.audit({ entity: "member", entityId: id, label: before.name, changes: { role: [before.role, role] } });
    ctx.emit("member.roleChanged", { id, role });
    return memberById(ctx, id);
  },
});

export const removeMember = command({
  name: "member.remove",
  summary: "End someone's membership at once; the tokens and invitations they made end too, what they wrote stays",
  allow: "member:write",
  http: { method: "DELETE", path: "/members/{id}" },
  input: RemoveMember,
  output: RemovedThing,
  run: async (ctx, { id, version }) => {
    const owners = await lockOwners(ctx);
    const before = await memberById(ctx, id);
    checkMayTouch(ctx.role, before.role);
    checkOwnerRemains(before.role, null, owners);
    const { count } = await ctx.tx.membership.deleteMany({
      where: { workspaceId: ctx.workspaceId, userId: id, version: version ?? before.version },
    });
    if (count === 0) throw staleVersion("member", version ?? before.version, before.version);
    await endWhatTheyGave(ctx, id, null);
    ctx.audit({ entity: "member", entityId: id, label: before.name, changes: { role: [before.role, null] } });
    ctx.emit("member.removed", { id });
    return { id };
  },
});

/** Counts the owners and holds their rows: two owners who demote each other at once must wait for one another. */
async function lockOwners(ctx: CommandContext): Promise<number> {
  const owners = await ctx.tx.$queryRaw<unknown[]>`
    SELECT user_id FROM membership WHERE workspace_id = ${ctx.workspaceId}::uuid AND role = 'owner' ORDER BY user_id FOR UPDATE`;
  return owners.length;
}

/** Nobody keeps a way in through a token or a link they made when they had more: those above `left` end. */
async function endWhatTheyGave(ctx: CommandContext, userId: string, left: Role | null): Promise<void> {
  const above = left === null ? [...roles] : roles.slice(roles.indexOf(left) + 1);
  const role = { in: above };
  await ctx.tx.apiToken.updateMany({
    where: { workspaceId: ctx.workspaceId, createdById: userId, role, revokedAt: null },
    data: { revokedAt: ctx.now },
  });
  await ctx.tx.invitation.updateMany({
    where: { workspaceId: ctx.workspaceId, invitedById: userId, role, acceptedAt: null, revokedAt: null },
    data: { revokedAt: ctx.now },
  });
}

export const createInvitation = command({
  name: "invitation.create",
  summary: "Invite someone by a link that works for seven days and once; an earlier link for the same address ends",
  allow: "member:write",
  http: { method: "POST", path: "/invitations", status: 201 },
  input: CreateInvitation,
  output: CreatedInvitation,
  run: async (ctx, { email, role }) => {
    checkMayGive(ctx.role, role);
    await refuseMember(ctx, email);
    const open = { workspaceId: ctx.workspaceId, email, acceptedAt: null, revokedAt: null };
    await ctx.tx.invitation.updateMany({ where: open, data: { revokedAt: ctx.now } });
    const { secret, hash } = newSecret("invite");
    const id = newId();
    const expiresAt = new Date(ctx.now.getTime() + invitationDays * 86_400_000);
    const invitedById = actorUserId(ctx.actor);
    await ctx.tx.invitation.create({
      data: { workspaceId: ctx.workspaceId, id, email, role, tokenHash: hash, invitedById, createdAt: ctx.now, expiresAt },
      select: { id: true },
    });
    ctx.audit({ entity: "invitation", entityId: id, label: email, changes: { role: [null, role] } });
    ctx.emit("invitation.created", { id });
    return {
      id,
      email,
      role,
      invitedBy: invitedById === null ? null : ctx.actor.name,
      createdAt: ctx.now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      link: `${publicUrl()}/invitation/${secret}`,
    };
  },
});

async function refuseMember(ctx: CommandContext, email: string): Promise<void> {
  const user = await ctx.tx.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) return;
  const members = await ctx.tx.membership.count({ where: { workspaceId: ctx.workspaceId, userId: user.id } });
  if (members === 0) return;
  throw conflict(`${email} is a member already. Change their role in the list of members.`, {
    key: "alreadyMember",
    values: { email },
    fields: { email: "is a member already" },
  });
}

export const revokeInvitation = command({
  name: "invitation.revoke",
  summary: "Withdraw an invitation: its link stops working",
  allow: "member:write",
  http: { method: "DELETE", path: "/invitations/{id}" },
  input: RevokeInvitation,
  output: RemovedThing,
  run: async (ctx, { id }) => {
    const where = { workspaceId: ctx.workspaceId, id, acceptedAt: null, revokedAt: null };
    const invitation = await ctx.tx.invitation.findFirst({ where, select: { email: true } });
    const { count } = await ctx.tx.invitation.updateMany({ where, data: { revokedAt: ctx.now } });
    if (!invitation || count === 0) throw notFound("invitation");
    ctx.audit({ entity: "invitation", entityId: id, label: invitation.email });
    ctx.emit("invitation.revoked", { id });
    return { id };
  },
});

export const createToken = command({
  name: "token.create",
  summary: "Make an API token with a role of at most one's own",
  allow: "token:write",
  http: { method: "POST", path: "/tokens", status: 201 },
  input: CreateToken,
  output: CreatedToken,
  run: async (ctx, { name, role }) => {
    checkMayGive(ctx.role, role);
    const { secret, hash } = newSecret("tl");
    const id = newId();
    const createdById = actorUserId(ctx.actor);
    await ctx.tx.apiToken.create({
      data: { workspaceId: ctx.workspaceId, id, name, role, tokenHash: hash, createdById, createdAt: ctx.now },
      select: { id: true },
    });
    ctx.audit({ entity: "token", entityId: id, label: name, changes: { role: [null, role] } });
    ctx.emit("token.created", { id });
    const createdBy = createdById === null ? null : ctx.actor.name;
    return { id, name, role, createdBy, createdAt: ctx.now.toISOString(), lastUsedAt: null, secret };
  },
});

export const revokeToken = command({
  name: "token.revoke",
  summary: "End an API token at once",
  allow: "token:write",
  http: { method: "DELETE", path: "/tokens/{id}" },
  input: RevokeToken,
  output: RemovedThing,
  run: async (ctx, { id }) => {
    const where = { workspaceId: ctx.workspaceId, id, revokedAt: null };
    const token = await ctx.tx.apiToken.findFirst({ where, select: { name: true, role: true } });
    if (!token) throw notFound("token");
    checkMayTouch(ctx.role, token.role);
    await ctx.tx.apiToken.updateMany({ where, data: { revokedAt: ctx.now } });
    ctx.audit({ entity: "token", entityId: id, label: token.name, changes: { role: [token.role, null] } });
    ctx.emit("token.revoked", { id });
    return { id };
  },
});
