import { createHash } from "node:crypto";
import { pageKey } from "@/lib/text/addresses";
import type { ParsedItem } from "./parsed";

/**
 * What makes an item itself within its feed, so that reading the feed again adds nothing: its guid, else its address, else
 * its title and day. At most 300 characters.
 */
export function itemKey(
  item: Pick<ParsedItem, "guid" | "url" | "title" | "published" | "summaryHtml">,
): string {
  if (item.guid?.trim()) return bounded(`guid:${item.guid.trim()}`);
  if (item.url) return bounded(`url:${pageKey(item.url)}`);
  const day = item.published?.at.toISOString().slice(0, 10) ?? "";
  return `text:${hash(`${item.title ?? item.summaryHtml ?? ""}\n${day}`)}`;
}

/** Changes when the source changed what a reader sees. */
export function contentHash(
  item: Pick<ParsedItem, "title" | "url" | "contentHtml" | "summaryHtml" | "published">,
): string {
  return hash(
    [item.title, item.url, item.contentHtml ?? item.summaryHtml, item.published?.at.toISOString()].join("\n"),
  );
}

function bounded(key: string): string {
  return key.length <= 300 ? key : `${key.slice(0, 230)}…${hash(key)}`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
