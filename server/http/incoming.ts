import type { IncomingHttpHeaders } from "node:http";

/** Is the address one that its percent-encoding can be undone of? What cannot is no page of ours. */
export function isReadablePath(url: string | undefined): boolean {
  try {
    decodeURIComponent((url ?? "/").replace(/[?#].*$/s, ""));
    return true;
  } catch {
    return false;
  }
}

/** Cookies that hold an address; what is none there makes the library behind sign-in fail at every page. */
const addressCookie = /^(?:__Secure-|__Host-)?next-auth\.callback-url$/;

/** The Cookie header without the cookies that cannot be read: a bad cookie is no cookie. Undefined when none is left. */
export function cleanCookies(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const kept = header.split(";").filter((pair) => {
    const [name = "", ...rest] = pair.trim().split("=");
    const value = decoded(rest.join("="));
    if (name === "" || value === null || /\p{Cc}/u.test(value)) return false;
    return !addressCookie.test(name) || isWebAddress(value);
  });
  return kept.length > 0 ? kept.join(";").trim() : undefined;
}

/** Headers that only a trusted proxy may write; without one they are the client's own invention. */
export function dropForwarded(headers: IncomingHttpHeaders): void {
  for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"])
    delete headers[name];
}

/** A server action is posted; of any other request the header would only make a page fail that leads to sign-in. */
export function dropActions(method: string | undefined, headers: IncomingHttpHeaders): void {
  if (method !== "POST") delete headers["next-action"];
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/./i.test(text) && URL.canParse(text);
}
