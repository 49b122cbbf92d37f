import { hashPassword } from "@/server/auth/passwords";
import type { PrismaClient } from "@/server/db/generated/client";
import { AppError, conflict, invalid } from "@/server/errors";
import { newId } from "@/server/ids";
import type { Role } from "@/server/permissions";

/** Accounts and memberships made from outside: the command line, the demo. `owner` is a client or transaction of `ownerDb`. */

type Db = Pick<PrismaClient, "user" | "membership" | "workspace" | "auditEntry">;

export type MadeUser = { id: string; name: string; existed: boolean };

/** The account with this (lower-case) address: made with this password, or the one that is there, left as it is. */
export async function createUser(
  owner: Db,
  input: { email: string; name: string; password: string },
): Promise<MadeUser> {
  const name = input.name.trim();
  if (name === "" || name.length > 80) throw invalid({ name: "must have 1 to 80 characters" });
  const there = await owner.user.findUnique({
    where: { email: input.email },
    select: { id: true, name: true },
  });
  if (there) return { ...there, existed: true };
  const id = newId();
  await owner.user.create({
    data: { id, email: input.email, name, passwordHash: await hashPassword(input.password) },
  });
  return { id, name, existed: false };
}

/** Makes someone a member of the workspace `slug`. Throws NOT_FOUND, or CONFLICT for a member. */
export async function joinWorkspace(
  owner: Db,
  user: { id: string; name: string },
  slug: string,
  role: Role,
): Promise<void> {
  const workspace = await owner.workspace.findUnique({ where: { slug }, select: { id: true } });
  if (!workspace) throw new AppError("NOT_FOUND", `There is no workspace "${slug}".`);
  const where = { workspaceId_userId: { workspaceId: workspace.id, userId: user.id } };
  if (await owner.membership.findUnique({ where, select: { role: true } })) {
    throw conflict(`${user.name} is a member of ${slug} already. Change the role in the settings.`);
  }
  await owner.membership.create({ data: { workspaceId: workspace.id, userId: user.id, role } });
  await owner.auditEntry.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      actorKind: "cli",
      actorName: "command line",
      operation: "member.create",
      entity: "member",
      entityId: user.id,
      label: user.name,
      changes: { role: [null, role] },
    },
  });
}
