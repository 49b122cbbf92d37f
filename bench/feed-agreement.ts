import type { ParsedFeed } from "@/features/feeds/formats/parse-feed";
import { plainText } from "@/server/documents/clean-html";

/** What a feed reader of good name made of a document. Dates are ISO 8601 in UTC. */
export type Gold = {
  n_entries: number;
  feed: { title: string | null };
  entries: GoldEntry[];
};
type GoldEntry = {
  id: string | null;
  title: string | null;
  link: string | null;
  published: string | null;
  updated: string | null;
  author: string | null;
  summary: string | null;
};

export type Reading = Pick<ParsedFeed, "kind" | "title" | "items">;
export type Figure = { right: number; of: number };
type Compared = { name: string; right: boolean; ours: unknown; gold: unknown };

/** Compares a reading (null: none came about) with the gold, field by field; fields the gold leaves empty do not count. */
export function agreement(reading: Reading | null, gold: Gold): Compared[] {
  const ours = reading?.items ?? [];
  const counts = { right: ours.length === gold.n_entries, ours: ours.length, gold: gold.n_entries };
  const documents: Compared[] =
    gold.n_entries > 0
      ? [{ name: "item count, documents with items", ...counts }]
      : [{ name: "item count, documents without items", ...counts }];
  const entries = gold.entries.flatMap((entry, at): Compared[] => {
    const item = ours[at];
    return [
      compareLine("title", item?.title, entry.title),
      compare("link", item?.url ?? null, webAddress(entry.link)),
      compare("guid", item?.guid ?? null, entry.id),
      compare("published", item?.published?.at.getTime() ?? null, time(entry.published)),
      compare("updated", item?.updated?.at.getTime() ?? null, time(entry.updated)),
      compareAuthor(oneLine(item?.author), oneLine(entry.author)),
      compare("text", bodyOf(item?.summaryHtml ?? item?.contentHtml), bodyOf(entry.summary)),
    ];
  });
  const title = compareLine("feed title", reading?.title, gold.feed.title);
  return [...documents, title, ...entries].filter((one) => one.gold !== null);
}

function compare(name: string, ours: unknown, gold: unknown): Compared {
  return { name, right: ours === gold, ours, gold };
}

/** The gold keeps a title's HTML, we keep its words: either way of reading the gold's angle brackets will do. */
function compareLine(name: string, ours: string | null | undefined, gold: string | null): Compared {
  const words = gold === null ? null : plainText(gold, 1000) || null;
  // A title of nothing but an image has no words.
  if (words === null) return compare(name, null, null);
  const line = oneLine(ours);
  return compare(name, line, line === oneLine(gold) ? line : words);
}

/** The gold leaves the mail address with the name. */
function compareAuthor(ours: string | null, gold: string | null): Compared {
  return { name: "author", right: ours !== null && gold?.includes(ours) === true, ours, gold };
}

function oneLine(text: string | null | undefined): string | null {
  return text ? plainText(text.replaceAll("<", "&lt;"), 1000) || null : null;
}

function bodyOf(html: string | null | undefined): string | null {
  return html ? plainText(html, 1000).replaceAll(/\s/g, "") || null : null;
}

/** An address a reader could follow; the gold keeps also what is none. */
function webAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

function time(text: string | null): number | null {
  return text === null ? null : new Date(text).getTime();
}
