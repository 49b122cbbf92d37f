import { Prisma } from "@/server/db/client";
import { type CommandContext, command, type QueryContext } from "@/server/operation";
import { type Role, roles } from "@/server/permissions";
import { lockVersion, revisable, revise } from "@/server/record/revise";
import { checkMayGive, checkMayTouch, checkOwnerRemains } from "../domain";
import { memberById } from "../queries";
import { ChangeRole, Member, RemovedThing, RemoveMember } from "../schema";

const members = revisable({
  noun: "member",
  table: "membership",
  where: (ctx, id) => Prisma.sql`workspace_id = ${ctx.workspaceId}::uuid AND user_id = ${id}::uuid`,
  read: (ctx, id) => ctx.tx.membership.findUniqueOrThrow({ where: keyOf(ctx, id) }),
  write: (ctx, id, data) => ctx.tx.membership.update({ where: keyOf(ctx, id), data }),
  show: memberById,
  subject: ({ id, name }) => ({ entity: "member", entityId: id, label: name }),
  audited: ["role"],
});

function keyOf(ctx: QueryContext, userId: string) {
  return { workspaceId_userId: { workspaceId: ctx.workspaceId, userId } };
}

export const changeRole = command({
  name: "member.changeRole",
  summary: "Give a member another role, at most one's own; tokens and invitations they made above it end",
  allow: "member:write",
  http: { method: "PATCH", path: "/members/{id}" },
  input: ChangeRole,
  output: Member,
  run: async (ctx, input) => {
    const owners = await lockOwners(ctx);
    const { after, changed } = await revise(ctx, members, input, ({ role: before }) => {
      checkMayTouch(ctx.role, before);
      if (input.role === undefined) return {};
      checkMayGive(ctx.role, input.role);
      checkOwnerRemains(before, input.role, owners);
      return { role: input.role };
    });
    if (!changed) return after;
    await endWhatTheyGave(ctx, after.id, after.role);
    return after;
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
  run: async (ctx, input) => {
    const { id } = input;
    const owners = await lockOwners(ctx);
    const before = await lockVersion(ctx, members, input);
    checkMayTouch(ctx.role, before.role);
    checkOwnerRemains(before.role, null, owners);
    await ctx.tx.membership.delete({ where: keyOf(ctx, id) });
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
