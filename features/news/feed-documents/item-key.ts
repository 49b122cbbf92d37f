import { createHash } from "node:crypto";
import type { ParsedItem } from "./parsed";

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
 * What makes an item itself within its feed, so that reading the feed again adds nothing: its guid, else its address, else
 * its title and day. At most 300 characters.
 */
export function itemKey(
  item: Pick<ParsedItem, "guid" | "url" | "title" | "publishedAt" | "summaryHtml">,
): string {
  if (item.guid?.trim()) return bounded(`guid:${item.guid.trim()}`);
  if (item.url) return bounded(`url:${canonicalUrl(item.url)}`);
  const day = item.publishedAt?.toISOString().slice(0, 10) ?? "";
  return `text:${hash(`${item.title ?? item.summaryHtml ?? ""}\n${day}`)}`;
}

/** Changes when the source changed what a reader sees. */
export function contentHash(
  item: Pick<ParsedItem, "title" | "url" | "contentHtml" | "summaryHtml" | "publishedAt">,
): string {
  return hash(
    [item.title, item.url, item.contentHtml ?? item.summaryHtml, item.publishedAt?.toISOString()].join("\n"),
  );
}

function bounded(key: string): string {
  return key.length <= 300 ? key : `${key.slice(0, 230)}…${hash(key)}`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
