import { staleVersion } from "@/server/errors";
import { type CommandContext, command } from "@/server/operation";
import { type Role, roles } from "@/server/permissions";
import { checkMayGive, checkMayTouch, checkOwnerRemains } from "../domain";
import { memberById } from "../queries";
import { ChangeRole, Member, RemovedThing, RemoveMember } from "../schema";

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
    return memberById(ctx, id);
  },
});

export const removeMember = command({
  name: "member.remove",
  summary:
    "End someone's membership at once; the tokens and invitations they made end too, what they wrote stays",
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
