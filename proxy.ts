import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, nonceHeader } from "@/server/content-security-policy";
import { requestPathHeader } from "@/server/request-path";

/**
 * Gives every page a policy of its own for what may run in it, and tells it its own address, so that sign-in can lead back
 * to it. Decides nothing: pages and operations authorise.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set(requestPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  headers.set(nonceHeader, nonce);
  // Next reads the nonce for its own scripts from here.
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = { matcher: ["/((?!api/|_next/|favicon|icon).*)"] };
