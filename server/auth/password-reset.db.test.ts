import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { memberContext } from "@/server/contexts";
import { newId } from "@/server/ids";
import { disconnectLimits } from "@/server/rate-limit";
import { freshAccount } from "@/test/database/account";
import { freshWorkspace } from "@/test/database/workspace";
import { countResetRequest, isResetLinkOpen, resetPassword, sendResetLink } from "./password-reset";
import { signIn } from "./sign-in";

const sent: { to: string; text: string }[] = [];
vi.mock("@/server/mail", () => ({
  sendMail: async (mail: { to: string; text: string }) => void sent.push(mail),
}));

afterAll(disconnectLimits);
beforeEach(() => {
  sent.length = 0;
});

const somewhere = () => `test-${newId()}`;
const hour = 3_600_000;
const fresh = "a fresh password";

/** The secret in the last mail's link. */
function secret(): string {
  return /\/reset-password\/(\S+)/.exec(sent.at(-1)?.text ?? "")?.[1] ?? "";
}

describe("a reset link", () => {
  it("sets a new password once", async () => {
    const account = await freshAccount();
    await sendResetLink(account.email.toUpperCase());
    expect(sent.map(({ to }) => to)).toEqual([account.email]);
    const link = secret();
    expect(await isResetLinkOpen(link)).toBe(true);
    await resetPassword(link, fresh, somewhere());
    expect(await isResetLinkOpen(link)).toBe(false);
    expect(await signIn(account.email, fresh, somewhere())).toMatchObject({ sessionVersion: 2 });
    await expect(resetPassword(link, "yet another one", somewhere())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await signIn(account.email, fresh, somewhere())).toMatchObject({ sessionVersion: 2 });
  });

  it("works for one of two who press at once", async () => {
    const account = await freshAccount();
    await sendResetLink(account.email);
    const link = secret();
    const results = await Promise.allSettled([
      resetPassword(link, fresh, somewhere()),
      resetPassword(link, "the other one's", somewhere()),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("lives an hour, also when another was asked for, and using one ends the others", async () => {
    const account = await freshAccount();
    const asked = new Date("2024-02-16T08:00:00Z");
    await sendResetLink(account.email, asked);
    const first = secret();
    expect(await isResetLinkOpen(first, new Date(asked.getTime() + hour - 1))).toBe(true);
    expect(await isResetLinkOpen(first, new Date(asked.getTime() + hour))).toBe(false);
    await expect(
      resetPassword(first, fresh, somewhere(), new Date(asked.getTime() + hour)),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
      details: { key: "deadLink" },
    });
    await sendResetLink(account.email, asked);
    expect(await isResetLinkOpen(first, asked)).toBe(true);
    await resetPassword(secret(), fresh, somewhere(), asked);
    expect(await isResetLinkOpen(first, asked)).toBe(false);
  });

  it("is sent to nobody without an account, and guessing finds none", async () => {
    await sendResetLink(`nobody-${newId()}@example.test`);
    expect(sent).toEqual([]);
    await expect(resetPassword("reset_guess", fresh, somewhere())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("ends the sessions in every workspace", async () => {
    const fund = await freshWorkspace();
    const member = fund.userOf("analyst");
    await sendResetLink(member.email);
    await resetPassword(secret(), fresh, somewhere());
    const old = memberContext({ userId: member.id, version: 1 }, fund.slug);
    await expect(old).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await memberContext({ userId: member.id, version: 2 }, fund.slug)).role).toBe("analyst");
  });
});

it("counts requests alike for accounts that exist and those that do not", async () => {
  const account = await freshAccount();
  for (const email of [account.email, `nobody-${newId()}@example.test`]) {
    const address = somewhere();
    for (let count = 0; count < 3; count++) await countResetRequest(email, address);
    await expect(countResetRequest(email, address)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    // A stranger's requests do not keep the owner, who asks from elsewhere, from theirs.
    await countResetRequest(email, somewhere());
  }
});
