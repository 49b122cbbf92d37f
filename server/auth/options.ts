import type { NextAuthOptions } from "next-auth";
import { env, publicUrl } from "@/server/env";
import { newId } from "@/server/ids";

declare module "next-auth" {
  interface Session {
    userId: string;
    version: number;
    id: string;
    /** When it began, in seconds since 1970. */
    began: number;
  }
  interface User {
    sessionVersion: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** app_user.session_version when the session began; a session holding an older one is dead. */
    version?: number;
    sid?: string;
    began?: number;
  }
}

/** A session ends by itself after two weeks without a visit, and after thirty days in any case. */
export const sessionSeconds = 14 * 24 * 3600;
export const maxSessionSeconds = 30 * 24 * 3600;

/** What a session's token says: who, which of their session versions, which session, since when. */
export function sessionToken(person: { id: string; sessionVersion: number }, now: Date = new Date()) {
  return {
    sub: person.id,
    version: person.sessionVersion,
    sid: newId(),
    began: Math.floor(now.getTime() / 1000),
  };
}

/** The session's cookie. Over https its name starts with __Secure-, which browsers then refuse to send any other way. */
export function sessionCookie() {
  const secure = publicUrl().startsWith("https://");
  return {
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

/**
 * What next-auth needs to read a session. The token says who (`sub`) and which of the person's session versions, and
 * nothing about roles: those are read from the database for each request.
 */
export function sessionOptions() {
  // next-auth reads its own address from here and nowhere else.
  process.env.NEXTAUTH_URL ??= publicUrl();
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt" as const, maxAge: sessionSeconds },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    callbacks: {
      jwt: ({ token, user }) =>
        user
          ? sessionToken(user)
          : { sub: token.sub, version: token.version, sid: token.sid, began: token.began },
      session: ({ session, token }) => ({
        expires: session.expires,
        userId: token.sub ?? "",
        version: token.version ?? 0,
        id: token.sid ?? "",
        began: token.began ?? 0,
      }),
    },
  } satisfies Omit<NextAuthOptions, "providers">;
}
