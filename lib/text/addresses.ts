/** Parameters that say where a reader came from, not what they read; by host where the name says something else elsewhere. */
const tracking =
  /^(utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|at_(medium|campaign|custom\d)|oly_(enc|anon)_id|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid?|mc_[ce]id|mkt_tok|_hsenc|_hsmi|_ga|_gl|spm|scm|ref_src|ref_url|srsltid|rb_clickid|vero_id|wickedid|xtor|cmpid|guce_\w+|guccounter|share_(token|source|from|medium|plat|tag|session_id)|vd_source|xhsshare|s_kwcid|ef_id)$/i;
const trackingOf: readonly [host: RegExp, names: RegExp][] = [
  // What makes an article of WeChat itself is its account, its number and its signature.
  [/(^|\.)mp\.weixin\.qq\.com$/, /^(?!(__biz|mid|idx|sn|itemidx)$)/],
  [/(^|\.)(youtube\.com|youtu\.be|spotify\.com)$/, /^(si|feature|pp)$/],
  [/(^|\.)bilibili\.com$/, /^(from|seid|bbid|ts|unique_k|buvid|mid|plat_id|is_story_h5|timestamp)$/],
  [/(^|\.)(x|twitter)\.com$/, /^[st]$/],
  [
    /(^|\.)(weibo\.c(om|n)|zhihu\.com|36kr\.com|toutiao\.com)$/,
    /^(from|source|isappinstalled|wm|f|app|timestamp)$/,
  ],
];

/** A fragment that is a page of its own: an application's route. */
const route = /^#!?\//;

/** An address without tracking parameters, and without a fragment that is only a place in the page; the text itself when it is none. */
export function canonicalUrl(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  if (!route.test(url.hash)) url.hash = "";
  const own = trackingOf.filter(([host]) => host.test(url.hostname));
  for (const name of [...url.searchParams.keys()])
    if (tracking.test(name) || own.some(([, names]) => names.test(name))) url.searchParams.delete(name);
  return url.href;
}

/**
 * What two addresses of one page have in common, for comparing only: scheme, "www.", a slash at the end, the order of parameters
 * and the way characters are encoded do not matter. An application's routes (#/post/1) do.
 */
export function pageKey(text: string): string {
  const url = parse(canonicalUrl(text));
  if (url === null) return text;
  url.searchParams.sort();
  const path = recoded(url.pathname.replace(/\/(index\.(html?|php))?$/i, ""));
  const query = [...url.searchParams].map(([name, value]) => `${name}=${value}`).join("&");
  const host = url.host.replace(/^www\.(?=[^.]+\.)/, "");
  return `${host}${path}${query && `?${query}`}${recoded(url.hash)}`;
}

/** Percent-encoding undone where it can be: %E4%BD%A0 and 你 are one. */
function recoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
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
