import { afterAll, describe, expect, it } from "vitest";
import { db } from "@/server/db/client";
import { newId } from "@/server/ids";
import { disconnectLimits } from "@/server/rate-limit";
import { freshAccount } from "@/test/database/account";
import { changePassword, endAllSessions } from "./password-change";
import { signIn } from "./sign-in";

afterAll(disconnectLimits);

/** Another address for each test, so that they do not count for each other. */
const somewhere = () => `test-${newId()}`;

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "accepted",
    (error) => ({ name: error.name, code: error.code, message: error.message, details: error.details }),
  );
}

describe("signing in", () => {
  it("takes the address in any case and with spaces around it", async () => {
    const account = await freshAccount();
    const person = await signIn(`  ${account.email.toUpperCase()} `, account.password, somewhere());
    expect(person).toEqual({ id: account.id, sessionVersion: 1, locale: null });
  });

  it("stores argon2id and compares what other keyboards type as the same", async () => {
    const account = await freshAccount();
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: account.id } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const fullWidth = account.password.replace("correct", "ｃｏｒｒｅｃｔ");
    expect((await signIn(account.email, fullWidth, somewhere())).id).toBe(account.id);
  });

  it("says the same of an unknown account, a wrong password and an account without one", async () => {
    const account = await freshAccount();
    const without = await freshAccount({ withPassword: false });
    const refusals = [
      await refusalOf(signIn(account.email, "wrong", somewhere())),
      await refusalOf(signIn(`nobody-${newId()}@example.test`, "wrong", somewhere())),
      await refusalOf(signIn(without.email, "wrong", somewhere())),
      await refusalOf(signIn(without.email, "", somewhere())),
    ];
    expect(refusals[0]).toMatchObject({ code: "UNAUTHENTICATED", details: { key: "signInFailed" } });
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
  });
});

describe("the limit", () => {
  it.each(["known", "unknown"])(
    "stops the eleventh try at a %s account from one network, even with the right password, and no other",
    async (kind) => {
      const account = await freshAccount();
      const email = kind === "known" ? account.email : `nobody-${newId()}@example.test`;
      const [network, another] = kind === "known" ? ["192.0.2", "198.51.100"] : ["203.0.113", "198.51.101"];
      for (let attempt = 0; attempt < 10; attempt++) {
        expect(await refusalOf(signIn(email, "wrong", `${network}.7`))).toMatchObject({
          code: "UNAUTHENTICATED",
        });
      }
      expect(await refusalOf(signIn(email, account.password, `${network}.8`))).toMatchObject({
        code: "RATE_LIMITED",
        details: { key: "rateLimited", values: { minutes: 15 } },
      });
      if (kind === "known")
        expect((await signIn(email, account.password, `${another}.7`)).id).toBe(account.id);
    },
  );

  it("stops an address that tries many accounts, and lets others in", async () => {
    const address = somewhere();
    const tries = await Promise.all(
      Array.from({ length: 61 }, () => refusalOf(signIn(`nobody-${newId()}@example.test`, "wrong", address))),
    );
    const codes = tries.map((refusal) => (refusal as { code: string }).code);
    expect(codes.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(60);
    expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(1);
    const account = await freshAccount();
    expect(await refusalOf(signIn(account.email, account.password, address))).toMatchObject({
      code: "RATE_LIMITED",
    });
    expect((await signIn(account.email, account.password, somewhere())).id).toBe(account.id);
  });

  it("forgets the wrong tries of whoever then gets it right", async () => {
    const account = await freshAccount();
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 6; attempt++)
        await refusalOf(signIn(account.email, "wrong", somewhere()));
      expect((await signIn(account.email, account.password, somewhere())).id).toBe(account.id);
    }
  });

  it("does not count good sign-ins against an office's address", async () => {
    const account = await freshAccount();
    const address = somewhere();
    for (let count = 0; count < 65; count++) await signIn(account.email, account.password, address);
  }, 60_000);
});

describe("changing the password", () => {
  it("needs the current one, ends every session and makes the old one useless", async () => {
    const account = await freshAccount();
    const refused = changePassword(account.id, "not it", "another password");
    await expect(refused).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { current: expect.any(String) } },
    });
    expect(await changePassword(account.id, account.password, "another password")).toEqual({
      sessionVersion: 2,
    });
    await expect(signIn(account.email, account.password, somewhere())).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    expect(await signIn(account.email, "another password", somewhere())).toMatchObject({ sessionVersion: 2 });
  });

  it("lets of two at once only one through", async () => {
    const account = await freshAccount();
    const results = await Promise.allSettled([
      changePassword(account.id, account.password, "first new password"),
      changePassword(account.id, account.password, "second new password"),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

it("signing out everywhere makes every session an old one", async () => {
  const account = await freshAccount();
  await endAllSessions(account.id);
  expect(await signIn(account.email, account.password, somewhere())).toMatchObject({ sessionVersion: 2 });
});
