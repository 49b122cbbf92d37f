import { hashPassword } from "@/server/auth/passwords";
import { db } from "@/server/db/client";
import { newId } from "@/server/ids";

export type TestAccount = { id: string; email: string; password: string };

/** An account that can sign in, in no workspace; without a password when told. */
export async function freshAccount({ withPassword = true } = {}): Promise<TestAccount> {
  const id = newId();
  const email = `account-${id.slice(-12)}@example.test`;
  const password = `correct horse ${id.slice(-6)}`;
  await db().user.create({
    data: { id, email, name: "Someone", passwordHash: withPassword ? await hashPassword(password) : null },
  });
  return { id, email, password };
}
