import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { env } from "@/server/env";
import { sessionCookie, sessionSeconds } from "./options";

/** Signs this browser in, from a server action: the cookie that next-auth's own sign-in would set. */
export async function startSession(person: { id: string; sessionVersion: number }): Promise<void> {
  const token = { sub: person.id, version: person.sessionVersion };
  const value = await encode({ token, secret: env().NEXTAUTH_SECRET, maxAge: sessionSeconds });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, value, { ...options, maxAge: sessionSeconds });
}

/** Signs this browser out. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
