import type { NextAuthOptions } from "next-auth";
import { env, publicUrl } from "@/server/env";

declare module "next-auth" {
  interface Session {
    userId: string;
    version: number;
  }
  interface User {
    sessionVersion: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** app_user.session_version when the session began; a session holding an older one is dead. */
    version?: number;
  }
}

/** A session ends by itself after two weeks. */
export const sessionSeconds = 14 * 24 * 3600;

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
        user ? { sub: user.id, version: user.sessionVersion } : { sub: token.sub, version: token.version },
      session: ({ session, token }) => ({
        expires: session.expires,
        userId: token.sub ?? "",
        version: token.version ?? 0,
      }),
    },
  } satisfies Omit<NextAuthOptions, "providers">;
}
