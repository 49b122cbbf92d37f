import { db } from "@/server/db/client";
import { AppError } from "@/server/errors";
import { countTry, forgetTries, forgetTry } from "@/server/rate-limit";
import { networkOf } from "./client-address";
import { isPasswordOf } from "./passwords";

export type SignedIn = { id: string; sessionVersion: number; locale: string | null };

/** Mail addresses are kept and compared in lower case. */
export function normalEmail(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}

/**
 * Who has this address and password. An unknown account, a wrong password and an account without one get the same words
 * after the same work, and count alike: throws UNAUTHENTICATED, or RATE_LIMITED with how long to wait.
 */
export async function signIn(email: string, password: string, address: string): Promise<SignedIn> {
  const account = normalEmail(email);
  await countTry("sign-in:address", address);
  await countTry("sign-in:everywhere", account);
  await countTry("sign-in:account", accountFrom(account, address));
  const user = await db().user.findUnique({
    where: { email: account },
    select: { id: true, passwordHash: true, sessionVersion: true, locale: true },
  });
  if (!(await isPasswordOf(user?.passwordHash, password)) || !user) throw wrongCredentials();
  await Promise.all([
    forgetTry("sign-in:address", address),
    forgetTry("sign-in:everywhere", account),
    forgetTries("sign-in:account", accountFrom(account, address)),
  ]);
  return { id: user.id, sessionVersion: user.sessionVersion, locale: user.locale };
}

/** The account as one network aims at it. */
export function accountFrom(account: string, address: string): string {
  return `${account}\n${networkOf(address)}`;
}

function wrongCredentials(): AppError {
  return new AppError("UNAUTHENTICATED", "The e-mail address and the password do not belong together.", {
    key: "signInFailed",
  });
}
