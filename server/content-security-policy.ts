/**
 * What a page may load and run: its own origin, and inline only the scripts that carry this answer's `nonce` (Next puts it on
 * those it writes). Styles stay open to inline ones: Mantine and Recharts set them on elements.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The request header in which proxy.ts hands a page the nonce of its answer. */
export const nonceHeader = "x-nonce";
