import { type NextRequest, NextResponse } from "next/server";
import { requestPathHeader } from "@/server/request-path";

/** Tells pages their own address, so that sign-in can lead back to it. Decides nothing: pages and operations authorise. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(requestPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/w/:path*"] };
