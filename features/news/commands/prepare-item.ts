import { createHash } from "node:crypto";
import { z } from "zod";
import { dayMs } from "@/lib/calendar/days";
import { canonicalUrl } from "@/lib/text/addresses";
import { excerptOf, storableText } from "@/lib/text/excerpt";
import { detectLanguage } from "@/server/documents/detect-language";
import { newId } from "@/server/ids";
import { newsKinds } from "../domain/kinds";

const maxHtml = 200_000;
const maxText = 100_000;

/** An item as a feed gives it. `sourceKey` identifies it within the feed; `text` is `html` without its markup. */
export const FetchedItem = z
  .object({
    sourceKey: z.string().min(1).max(500),
    url: z.string().nullable(),
    title: z.string(),
    author: z.string().nullable(),
    /** As the source declares it. */
    language: z.string().nullable(),
    publishedAt: z.string().nullable(),
    /** The calendar day, when no time of day was written. */
    publishedDay: z.string().nullable().optional(),
    /** The zone taken for a time that named none. */
    assumedZone: z.string().nullable().optional(),
    html: z.string(),
    text: z.string(),
    /** Who published it, when it comes without a feed. */
    source: z.string().nullable().optional(),
    kind: z.enum(newsKinds).nullable().optional(),
  })
  .strict();
export type FetchedItem = z.infer<typeof FetchedItem>;

export type PreparedItem = ReturnType<typeof prepareItem>;

/** An item as it is stored: bounded, dated, in a language. */
export function prepareItem(now: Date, item: FetchedItem) {
  const claimed = claimedDate(item.publishedAt);
  const stated = claimed !== null && isPlausible(claimed, now) ? claimed : null;
  const text = storableText(item.text, maxText);
  const title =
    storableText(item.title.trim(), 1000) || storableText(excerptOf(text), 120) || item.url || "–";
  const url = item.url === null ? null : storableText(item.url, 2000);
  // Addresses that differ only in tracking are the same, and a date alone does not make a new text: some feeds date
  // everything "now" at each fetch.
  const said = [title, url === null ? "" : canonicalUrl(url), text, String(stated !== null)].join("\n\u0001");
  return {
    id: newId(),
    revisionId: newId(),
    sourceKey: item.sourceKey,
    url,
    title,
    author: item.author === null ? null : storableText(item.author.trim(), 300) || null,
    language: detectLanguage(`${title}\n${text.slice(0, 2000)}`, item.language),
    excerpt: excerptOf(text),
    text,
    html: storableText(item.html, maxHtml),
    source: item.source ?? null,
    kind: item.kind ?? "article",
    publishedAt: (stated ?? now).toISOString(),
    dateStated: stated !== null,
    publishedDay: stated === null ? null : (item.publishedDay ?? null),
    assumedZone: stated === null ? null : (item.assumedZone ?? null),
    claimedAt: stated === null ? (claimed?.toISOString() ?? null) : null,
    contentHash: createHash("sha256").update(said).digest("base64url"),
  };
}

/** The date the source gives, if PostgreSQL can keep it. */
function claimedDate(text: string | null): Date | null {
  const date = text === null ? null : new Date(text);
  if (!date || Number.isNaN(date.getTime())) return null;
  return date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999 ? date : null;
}

/** Nothing was published more than a day from now, or before there was a web. */
function isPlausible(date: Date, now: Date): boolean {
  return date.getTime() <= now.getTime() + dayMs && date.getUTCFullYear() >= 1980;
}
