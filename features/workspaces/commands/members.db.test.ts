import { beforeEach, describe, expect, it } from "vitest";
import { memberContext, tokenContext } from "@/server/contexts";
import { newId } from "@/server/ids";
import { freshWorkspace, type TestWorkspace } from "@/test/database/workspace";
import { listAudit, listMembers } from "../queries";
import { createInvitation } from "./invitations";
import { changeRole, removeMember } from "./members";
import { createToken } from "./tokens";

let fund: TestWorkspace;
beforeEach(async () => {
  fund = await freshWorkspace();
});

const idOf = (role: Parameters<TestWorkspace["userOf"]>[0]) => fund.userOf(role).id;

describe("changing a role", () => {
  it("takes effect with the next request and is in the audit", async () => {
    const changed = await changeRole(fund.as("admin"), { id: idOf("viewer"), role: "partner", version: 1 });
    expect(changed).toMatchObject({ id: idOf("viewer"), role: "partner", version: 2 });
    const again = await memberContext({ userId: idOf("viewer"), version: 1 }, fund.slug);
    expect(again.role).toBe("partner");
    const { data } = await listAudit(fund.as("viewer"), { entity: "member" });
    expect(data[0]).toMatchObject({
      operation: "member.changeRole",
      label: "The viewer",
      actor: { kind: "member", name: "The admin" },
      changes: { role: ["viewer", "partner"] },
    });
  });

  it.each([
    ["admin", "viewer", "owner", "FORBIDDEN"],
    ["admin", "admin", "owner", "FORBIDDEN"],
    ["admin", "owner", "viewer", "FORBIDDEN"],
    ["partner", "viewer", "analyst", "FORBIDDEN"],
    ["owner", "owner", "admin", "CONFLICT"],
  ] as const)("%s may not make the %s %s", async (actor, target, role, code) => {
    await expect(changeRole(fund.as(actor), { id: idOf(target), role })).rejects.toMatchObject({ code });
  });

  it("refuses a stale version and somebody who is no member", async () => {
    await changeRole(fund.as("admin"), { id: idOf("viewer"), role: "analyst", version: 1 });
    const stale = changeRole(fund.as("admin"), { id: idOf("viewer"), role: "partner", version: 1 });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", details: { key: "stale" } });
    await expect(changeRole(fund.as("admin"), { id: newId(), role: "viewer" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const elsewhere = await freshWorkspace();
    const foreign = changeRole(fund.as("owner"), { id: elsewhere.userOf("viewer").id, role: "analyst" });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("lets of two owners who demote each other at once only one through", async () => {
    await changeRole(fund.as("owner"), { id: idOf("admin"), role: "owner" });
    const second = await memberContext({ userId: idOf("admin"), version: 1 }, fund.slug);
    const results = await Promise.allSettled([
      changeRole(fund.as("owner"), { id: idOf("admin"), role: "viewer" }),
      changeRole(second, { id: idOf("owner"), role: "viewer" }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { data } = await listMembers(fund.as("viewer"), {});
    expect(data.filter(({ role }) => role === "owner")).toHaveLength(1);
  });

  it("ends the tokens that person made above the new role, and leaves the others", async () => {
    const high = await createToken(fund.as("admin"), { name: "high", role: "admin" });
    const low = await createToken(fund.as("admin"), { name: "low", role: "viewer" });
    const chained = await createToken(await tokenContext(high.secret), {
      name: "made by a token",
      role: "admin",
    });
    await changeRole(fund.as("owner"), { id: idOf("admin"), role: "analyst" });
    await expect(tokenContext(high.secret)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(tokenContext(chained.secret)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect((await tokenContext(low.secret)).role).toBe("viewer");
  });
});

describe("removing a member", () => {
  it("closes the workspace to them at once", async () => {
    const session = { userId: idOf("partner"), version: 1 };
    expect((await memberContext(session, fund.slug)).role).toBe("partner");
    await removeMember(fund.as("admin"), { id: idOf("partner") });
    await expect(memberContext(session, fund.slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { data } = await listMembers(fund.as("viewer"), {});
    expect(data.map(({ id }) => id)).not.toContain(idOf("partner"));
  });

  it("ends their tokens and invitations", async () => {
    const token = await createToken(fund.as("admin"), { name: "bars", role: "viewer" });
    const { link } = await createInvitation(fund.as("admin"), {
      email: "friend@example.test",
      role: "viewer",
    });
    await removeMember(fund.as("owner"), { id: idOf("admin") });
    await expect(tokenContext(token.secret)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const { openInvitation } = await import("@/server/auth/invitation");
    expect(await openInvitation(link.split("/").at(-1) ?? "")).toBeNull();
  });

  it("keeps the last owner, and owners from admins", async () => {
    await expect(removeMember(fund.as("admin"), { id: idOf("owner") })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(removeMember(fund.as("owner"), { id: idOf("owner") })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { key: "lastOwner" },
    });
  });
});

it("pages the members by name", async () => {
  const first = await listMembers(fund.as("viewer"), { limit: 2 });
  const second = await listMembers(fund.as("viewer"), { limit: 200, cursor: first.nextCursor ?? "" });
  expect([...first.data, ...second.data].map(({ role }) => role)).toEqual([
    "admin",
    "analyst",
    "owner",
    "partner",
    "viewer",
  ]);
  expect(second.nextCursor).toBeNull();
});
