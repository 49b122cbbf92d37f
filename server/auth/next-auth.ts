import { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { AppError } from "@/server/errors";
import { boundedText } from "@/server/http/bounded-text";
import { clientAddress } from "./client-address";
import { endSessionOf } from "./ended-sessions";
import { sessionOptions } from "./options";
import { signIn } from "./sign-in";

function authOptions(): NextAuthOptions {
  return {
    ...sessionOptions(),
    events: { signOut: ({ token }) => endSessionOf(token?.sid) },
    providers: [
      Credentials({
        credentials: {
          email: { label: "E-mail", type: "email" },
          password: { label: "Password", type: "password" },
        },
        authorize: async (credentials, request) => {
          const headers = new Headers(textHeaders(request.headers));
          try {
            return await signIn(
              credentials?.email ?? "",
              credentials?.password ?? "",
              clientAddress(headers),
            );
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            // null is next-auth's word for "wrong"; a message travels to the sign-in page as ?error=.
            if (error.code === "UNAUTHENTICATED") return null;
            throw new Error(error.code);
          }
        },
      }),
    ],
  };
}

function textHeaders(headers: Record<string, unknown> | undefined): [string, string][] {
  return Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]);
}

/** An address, a password and a token: nobody signs in with more. */
const maxBodyBytes = 16_384;

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints (session, CSRF token, credentials, sign-out). Options are read per request: the build has none. */
export async function authHandler(request: NextRequest, context: RouteContext): Promise<Response> {
  const text = request.method === "POST" ? await boundedText(request, maxBodyBytes) : "";
  if (text === null) return new Response("The form is too large.", { status: 413 });
  const { method, headers, url } = request;
  const bounded = method === "POST" ? new NextRequest(url, { method, headers, body: text }) : request;
  return NextAuth(bounded, context, authOptions());
}
