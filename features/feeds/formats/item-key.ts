import { createHash } from "node:crypto";
import { pageKey } from "@/lib/text/addresses";
import type { ParsedItem } from "./parsed";

type Identified = Pick<ParsedItem, "guid" | "url" | "title" | "published" | "summaryHtml">;

/**
 * What makes each item of a document itself within its feed, so that reading the feed again adds nothing: its guid, else its
 * address, else its title and day. What several different items of the document share is no identity: the next is taken. Items
 * that share all three, or guid, address and title, are one, and have one key. At most 300 characters each.
 */
export function itemKeys(items: readonly Identified[]): string[] {
  const day = ({ published }: Identified) => published?.at.toISOString().slice(0, 10) ?? "";
  const name = ({ title, summaryHtml }: Identified) => title ?? summaryHtml ?? "";
  const different = items.map((item) =>
    [item.guid?.trim(), item.url ? pageKey(item.url) : day(item), name(item)].join("\n"),
  );
  const isShared = (identities: readonly (string | null)[]) => {
    const holders = new Map<string | null, Set<string>>();
    identities.forEach((identity, at) => {
      const same = holders.get(identity) ?? new Set();
      holders.set(identity, same.add(different[at] ?? ""));
    });
    return (identity: string) => (holders.get(identity)?.size ?? 0) > 1;
  };
  const guids = items.map(({ guid }) => (guid?.trim() ? `guid:${guid.trim()}` : null));
  const sharesGuid = isShared(guids);
  const urls = items.map(({ url }, at) => {
    const guid = guids[at] ?? null;
    return url && (guid === null || sharesGuid(guid)) ? `url:${pageKey(url)}` : null;
  });
  const sharesUrl = isShared(urls);
  return items.map((item, at) => {
    const [guid, url] = [guids[at], urls[at]];
    if (guid && !sharesGuid(guid)) return bounded(guid);
    if (url && !sharesUrl(url)) return bounded(url);
    return `text:${hash(`${name(item)}\n${day(item)}`)}`;
  });
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
