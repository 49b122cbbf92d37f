import { afterAll, beforeAll, expect, it } from "vitest";
import { createInvitation, revokeInvitation } from "@/features/workspaces/commands/invitations";
import { listAudit, listInvitations, listMembers } from "@/features/workspaces/queries";
import { memberContext, workspacesOf } from "@/server/contexts";
import { db } from "@/server/db/client";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { newId } from "@/server/ids";
import { disconnectLimits } from "@/server/rate-limit";
import { freshAccount } from "@/test/database/account";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { acceptInvitation, acceptInvitationAnew, openInvitation } from "./invitation";
import { signIn } from "./sign-in";

let fund: TestWorkspace;
beforeAll(async () => {
  fund = await freshWorkspace();
});
afterAll(disconnectLimits);

const somewhere = () => `test-${newId()}`;
const newcomer = { name: "Lin Wei", password: "a password of hers" };
const newAddress = () => `lin-${newId().slice(-12)}@example.test`;

async function invite(email: string, role: "viewer" | "analyst" | "admin" = "analyst") {
  const invitation = await createInvitation(fund.as("admin"), { email, role });
  return { ...invitation, secret: invitation.link.split("/invitation/")[1] ?? "" };
}

it("brings someone new in, once", async () => {
  const email = newAddress();
  const { secret, id } = await invite(email);
  expect(await openInvitation(secret)).toMatchObject({
    email,
    role: "analyst",
    workspace_slug: fund.slug,
    has_account: false,
  });
  const { slug, person } = await acceptInvitationAnew(secret, newcomer, somewhere());
  expect(slug).toBe(fund.slug);
  expect(await signIn(email, newcomer.password, somewhere())).toMatchObject(person);
  expect(await memberContext({ userId: person.id, version: 1 }, slug)).toMatchObject({
    role: "analyst",
    actor: { name: "Lin Wei" },
  });

  expect(await openInvitation(secret)).toBeNull();
  const again = acceptInvitationAnew(secret, { ...newcomer, name: "Thief" }, somewhere());
  await expect(again).rejects.toMatchObject({ code: "NOT_FOUND", details: { key: "deadInvitation" } });
  const open = await listInvitations(fund.as("admin"), {});
  expect(open.data.map((one) => one.id)).not.toContain(id);
  const { data } = await listAudit(fund.as("viewer"), { entityId: person.id });
  expect(data[0]).toMatchObject({
    operation: "invitation.accept",
    actor: { kind: "member", name: "Lin Wei" },
  });
});

it("brings an account in that has the address, and no other", async () => {
  const account = await freshAccount();
  const person = { id: account.id, email: account.email, name: "Someone" };
  const { secret } = await invite(account.email, "viewer");
  expect((await openInvitation(secret))?.has_account).toBe(true);
  const stranger = await freshAccount();
  const other = acceptInvitation(secret, { ...person, id: stranger.id, email: stranger.email }, somewhere());
  await expect(other).rejects.toMatchObject({ code: "FORBIDDEN" });
  const anew = acceptInvitationAnew(secret, newcomer, somewhere());
  await expect(anew).rejects.toMatchObject({ code: "CONFLICT", details: { key: "accountExists" } });
  expect(await acceptInvitation(secret, person, somewhere())).toEqual({ slug: fund.slug });
  expect(await workspacesOf(account.id)).toMatchObject([{ slug: fund.slug, role: "viewer" }]);
});

it("lets of two who press at once one through", async () => {
  const { secret } = await invite(newAddress());
  const results = await Promise.allSettled([
    acceptInvitationAnew(secret, newcomer, somewhere()),
    acceptInvitationAnew(secret, newcomer, somewhere()),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("ends when it is withdrawn, replaced or a week old", async () => {
  const withdrawn = await invite(newAddress());
  await revokeInvitation(fund.as("admin"), { id: withdrawn.id });
  expect(await openInvitation(withdrawn.secret)).toBeNull();
  await expect(revokeInvitation(fund.as("admin"), { id: withdrawn.id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });

  const first = await invite(newAddress());
  const second = await invite(first.email.toUpperCase());
  expect(await openInvitation(first.secret)).toBeNull();
  expect(await openInvitation(second.secret)).not.toBeNull();

  const owner = ownerDb(env().DATABASE_URL);
  await owner.invitation.updateMany({
    where: { id: second.id },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  await owner.$disconnect();
  expect(await openInvitation(second.secret)).toBeNull();
  await expect(acceptInvitationAnew(second.secret, newcomer, somewhere())).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it("is not made for members, nor for a role above one's own", async () => {
  const member = createInvitation(fund.as("admin"), { email: fund.userOf("viewer").email, role: "analyst" });
  await expect(member).rejects.toMatchObject({ code: "CONFLICT", details: { key: "alreadyMember" } });
  const above = createInvitation(fund.as("admin"), { email: newAddress(), role: "owner" });
  await expect(above).rejects.toMatchObject({ code: "FORBIDDEN", details: { key: "roleTooHigh" } });
  await expect(
    createInvitation(fund.as("partner"), { email: newAddress(), role: "viewer" }),
  ).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

it("keeps no secret in the database", async () => {
  const { secret } = await invite(newAddress());
  const kept = await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.workspace_id', ${fund.workspaceId}, true)`;
    return JSON.stringify([await tx.invitation.findMany(), await tx.auditEntry.findMany()]);
  });
  expect(kept).not.toContain(secret);
  expect((await listMembers(fund.as("viewer"), {})).data.length).toBeGreaterThan(5);
});
