/**
 * Where sign-in leads: a path of this site, as `next` asks, else the start page. Anything that a browser could read as
 * another site is refused.
 */
export function safePath(next: string | null | undefined): string {
  if (!next?.startsWith("/") || next.length > 2000) return "/";
  const here = "http://here.invalid";
  try {
    const url = new URL(next, here);
    const path = `${url.pathname}${url.search}${url.hash}`;
    // "/.//evil.example" has become "//evil.example", another site's address: what is returned is read once more.
    return url.origin === here && new URL(path, here).origin === here ? path : "/";
  } catch {
    return "/";
  }
}
