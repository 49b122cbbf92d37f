import type { Reading } from "@/lib/calendar/written/read-time";
import { addressAt } from "@/lib/text/addresses";
import { decodeDocument } from "@/server/documents/decode";
import { readJsonFeed } from "./json-feed";
import type { ParsedFeed } from "./parsed";
import { readXmlFeed } from "./xml-feed";

export type { ParsedFeed, ParsedItem } from "./parsed";

/** The document is no feed. `looksLike` helps to say what to do: an HTML page may name its feeds. */
export class NotAFeed extends Error {
  constructor(readonly looksLike: "html" | "empty" | "other") {
    super(`not a feed (${looksLike})`);
    this.name = "NotAFeed";
  }
}

/**
 * Reads RSS (0.9x, 1.0, 2.0), Atom (0.3, 1.0), CDF or JSON Feed out of the bytes of a response, ill-formed ones as far as their
 * meaning is clear. `url` is where the document came from: relative addresses are read against it. Throws NotAFeed.
 */
export function parseFeed(document: {
  body: Uint8Array;
  contentType?: string | null;
  url: string;
  /** Of whoever reads: what a day, or a time without a zone whose feed's language tells nothing, is meant in. */
  timeZone?: string;
}): ParsedFeed {
  const text = decodeDocument(document.body, document.contentType);
  if (text.trim() === "") throw new NotAFeed("empty");
  const host = URL.canParse(document.url) ? new URL(document.url).hostname : null;
  const reading = { host, timeZone: document.timeZone ?? "UTC" };
  const feed = readJsonFeed(text, reading) ?? readXml(text, document.url, reading);
  const base = absolute(feed.siteUrl, document.url) ?? document.url;
  return {
    ...feed,
    siteUrl: absolute(feed.siteUrl, document.url),
    items: feed.items.map((item) => ({ ...item, url: absolute(item.url, base) })),
  };
}

function readXml(text: string, url: string, reading: Reading): ParsedFeed {
  if (/^\s*(<!doctype html|<html[\s>])/i.test(text)) throw new NotAFeed("html");
  const feed = readXmlFeed(text, url, reading);
  if (feed === null)
    throw new NotAFeed(/<(html|head|body)[\s>]/i.test(text.slice(0, 2000)) ? "html" : "other");
  return feed;
}

function absolute(address: string | null, base: string): string | null {
  const url = address?.trim() ? addressAt(address, base) : null;
  return url !== null && /^https?:/i.test(url) ? url : null;
}
