/** Parameters that say where a reader came from, not what they read. */
const tracking =
  /^(utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|spm|ref_src)$/i;

/** An address without fragment and tracking parameters; the text itself when it is none. */
export function canonicalUrl(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  return url.href;
}

/**
 * An address as a document means it that stands at `base`; null when it is none. Capitals in a host say nothing, but they
 * are how the publisher writes it, and stay.
 */
export function addressAt(written: string, base: string): string | null {
  const trimmed = written.trim();
  if (!URL.canParse(trimmed, base)) return null;
  const { href } = new URL(trimmed, base);
  return href.toLowerCase() === trimmed.toLowerCase() ? trimmed : href;
}

/**
 * The address of a feed in one form: https:// where no scheme was written, feed:// read as http://, host in lower case,
 * no fragment. Null when it is no web address.
 */
export function normalizeFeedAddress(text: string): string | null {
  const typed = text.trim();
  const written = typed.replace(/^feed:(?=https?:)/i, "").replace(/^feed:(\/\/)?/i, "http://");
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  const url = parse(full);
  if (url?.username || url?.password) return null;
  if (
    !url?.hostname ||
    (!url.hostname.includes(".") && !url.hostname.includes(":") && url.hostname !== "localhost")
  )
    return null;
  url.hash = "";
  return url.href;
}

/** What to call something that has no title yet: its host without "www.". */
export function hostOf(address: string): string {
  return parse(address)?.host.replace(/^www\./, "") ?? address;
}

function parse(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && (url.protocol === "http:" || url.protocol === "https:") ? url : null;
}
