import type { WrittenTime } from "@/lib/calendar/written/read-time";

/**
 * One entry of a feed. Addresses absolute, the title plain text, HTML as the source gave it (clean it before showing).
 * `published` is the date of the last change when only that is given; null when the source gives none that can be read.
 */
export type ParsedItem = {
  guid: string | null;
  url: string | null;
  title: string | null;
  published: WrittenTime | null;
  updated: WrittenTime | null;
  author: string | null;
  summaryHtml: string | null;
  contentHtml: string | null;
  language: string | null;
};

export type ParsedFeed = {
  kind: "rss" | "atom" | "rdf" | "json";
  title: string | null;
  siteUrl: string | null;
  language: string | null;
  items: ParsedItem[];
  /** How many entries the document has; more than `items` when some are beyond the first or are none. */
  entries: number;
};

/** A feed lists its newest; of a document with more than this only the first are read. */
export const maxItems = 2000;
