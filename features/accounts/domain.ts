/**
 * Where sign-in leads: a path of this site, as `next` asks, else the start page. Anything that a browser could read as
 * another site is refused.
 */
export function safePath(next: string | null | undefined): string {
  if (!next?.startsWith("/") || next.length > 2000) return "/";
  const here = "http://here.invalid";
  try {
    const url = new URL(next, here);
    return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : "/";
  } catch {
    return "/";
  }
}
