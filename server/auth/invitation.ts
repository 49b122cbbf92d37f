import { z } from "zod";
import { db, Prisma, type Tx } from "@/server/db/client";
import { AppError, conflict } from "@/server/errors";
import { newId } from "@/server/ids";
import { roles } from "@/server/permissions";
import { countTry } from "@/server/rate-limit";
import { hashSecret } from "@/server/secrets";
import { hashPassword } from "./passwords";

const InvitationRow = z.object({
  workspace_id: z.string(),
  workspace_slug: z.string(),
  workspace_name: z.string(),
  invitation_id: z.string(),
  email: z.string(),
  role: z.enum(roles),
});

export type OpenInvitation = z.infer<typeof InvitationRow> & {
  /** Someone with this address has an account already and should sign in with it. */
  has_account: boolean;
};

/** The invitation behind a link, as long as it can be accepted; null when it was used, revoked, is old or never was. */
export async function openInvitation(secret: string): Promise<OpenInvitation | null> {
  const [found] = await db().$queryRaw<unknown[]>`SELECT * FROM door_invitation(${hashSecret(secret)})`;
  if (!found) return null;
  const invitation = InvitationRow.parse(found);
  const accounts = await db().user.count({ where: { email: invitation.email } });
  return { ...invitation, has_account: accounts > 0 };
}

/** Someone signed in takes an invitation made out to their address; answers the workspace's slug. */
export async function acceptInvitation(
  secret: string,
  person: { id: string; email: string; name: string },
  address: string,
): Promise<{ slug: string }> {
  const invitation = await claim(secret, address);
  if (invitation.email !== person.email) {
    throw new AppError(
      "FORBIDDEN",
      `This invitation is for ${invitation.email}. Sign in with that address.`,
      {
        key: "invitationForOther",
        values: { email: invitation.email },
      },
    );
  }
  await db().$transaction((tx) => join(tx, invitation, person));
  return { slug: invitation.workspace_slug };
}

/** Someone new makes an account with an invitation; the address is the invitation's. */
export async function acceptInvitationAnew(
  secret: string,
  newcomer: { name: string; password: string },
  address: string,
): Promise<{ slug: string; person: { id: string; sessionVersion: number } }> {
  const invitation = await claim(secret, address);
  const person = { id: newId(), email: invitation.email, name: newcomer.name };
  const passwordHash = await hashPassword(newcomer.password);
  try {
    await db().$transaction(async (tx) => {
      await tx.user.create({ data: { ...person, passwordHash }, select: { id: true } });
      await join(tx, invitation, person);
    });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    throw conflict("There already is an account with this address. Sign in with it.", {
      key: "accountExists",
    });
  }
  return { slug: invitation.workspace_slug, person: { id: person.id, sessionVersion: 1 } };
}

async function claim(secret: string, address: string): Promise<OpenInvitation> {
  await countTry("link:address", address);
  const invitation = await openInvitation(secret);
  if (!invitation) throw deadInvitation();
  return invitation;
}

/** Uses the invitation up and makes the person a member. A member keeps the role they have. */
async function join(tx: Tx, invitation: OpenInvitation, person: { id: string; name: string }): Promise<void> {
  const workspaceId = invitation.workspace_id;
  await tx.$executeRaw`SELECT set_config('app.workspace_id', ${workspaceId}, true)`;
  const now = new Date();
  const { count } = await tx.invitation.updateMany({
    where: {
      workspaceId,
      id: invitation.invitation_id,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: now },
    },
    data: { acceptedAt: now },
  });
  if (count === 0) throw deadInvitation();
  const { count: joined } = await tx.membership.createMany({
    data: { workspaceId, userId: person.id, role: invitation.role, joinedAt: now },
    skipDuplicates: true,
  });
  await tx.auditEntry.create({
    data: {
      workspaceId,
      id: newId(),
      at: now,
      actorKind: "member",
      actorId: person.id,
      actorName: person.name,
      operation: "invitation.accept",
      entity: "member",
      entityId: person.id,
      label: person.name,
      changes: joined > 0 ? { role: [null, invitation.role] } : {},
    },
    select: { id: true },
  });
}

function deadInvitation(): AppError {
  return new AppError(
    "NOT_FOUND",
    "This invitation was already used, was withdrawn or is too old. Ask for a new one.",
    {
      key: "deadInvitation",
    },
  );
}
