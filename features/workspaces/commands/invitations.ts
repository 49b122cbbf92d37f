import { dayMs } from "@/lib/calendar/days";
import { publicUrl } from "@/server/env";
import { conflict, notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { newSecret } from "@/server/secrets";
import { checkMayGive, invitationDays } from "../domain";
import { personBehind } from "../queries";
import { CreatedInvitation, CreateInvitation, RemovedThing, RevokeInvitation } from "../schema";

export const createInvitation = command({
  name: "invitation.create",
  secretAnswer: true,
  summary:
    "Invite someone by a link that works for seven days and once; an earlier link for the same address ends",
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
    const expiresAt = new Date(ctx.now.getTime() + invitationDays * dayMs);
    const inviter = await personBehind(ctx);
    const invitedById = inviter?.id ?? null;
    await ctx.tx.invitation.create({
      data: {
        workspaceId: ctx.workspaceId,
        id,
        email,
        role,
        tokenHash: hash,
        invitedById,
        createdAt: ctx.now,
        expiresAt,
      },
      select: { id: true },
    });
    ctx.audit({ entity: "invitation", entityId: id, label: email, changes: { role: [null, role] } });
    return {
      id,
      email,
      role,
      invitedBy: inviter?.name ?? null,
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
    return { id };
  },
});
