import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/server/env";
import { endSessionOf } from "./ended-sessions";
import { sessionCookie, sessionSeconds, sessionToken } from "./options";

/** Signs this browser in, from a server action: the cookie that next-auth's own sign-in would set. */
export async function startSession(person: { id: string; sessionVersion: number }): Promise<void> {
  const token = sessionToken(person);
  const value = await encode({ token, secret: env().NEXTAUTH_SECRET, maxAge: sessionSeconds });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, value, { ...options, maxAge: sessionSeconds });
}

/** Signs this browser out: the cookie goes, and a copy of it is of no use. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  const value = (await cookies()).get(name)?.value;
  const token = value
    ? await decode({ token: value, secret: env().NEXTAUTH_SECRET }).catch(() => null)
    : null;
  await endSessionOf(token?.sid);
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
