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
