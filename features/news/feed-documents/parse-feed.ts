import { parseFeed as parseXml } from "@rowanmanning/feed-parser";
import { plainText } from "./clean-html";
import { decodeDocument } from "./decode";
import { readJsonFeed } from "./json-feed";
import type { ParsedFeed, ParsedItem } from "./parsed";
import { repairXml } from "./repair";

export type { ParsedFeed, ParsedItem } from "./parsed";

/** The document is no feed. `looksLike` helps to say what to do: an HTML page may name its feeds. */
export class NotAFeed extends Error {
  constructor(readonly looksLike: "html" | "empty" | "other") {
    super(`not a feed (${looksLike})`);
    this.name = "NotAFeed";
  }
}

/** A title is one line; what is longer is a body that strayed. */
const longestTitle = 1000;

/** A feed lists its newest; a document with more than this is an archive or an attack. */
const mostItems = 2000;

/**
 * Reads RSS (0.9x, 1.0, 2.0), Atom (0.3, 1.0) or JSON Feed out of the bytes of a response, ill-formed ones as far as their
 * meaning is clear. `url` is where the document came from: relative addresses are read against it. Throws NotAFeed.
 */
export function parseFeed(document: {
  body: Uint8Array;
  contentType?: string | null;
  url: string;
}): ParsedFeed {
  const text = decodeDocument(document.body, document.contentType);
  if (text.trim() === "") throw new NotAFeed("empty");
  const feed = readJsonFeed(text) ?? readXml(text);
  const base = absolute(feed.siteUrl, document.url) ?? document.url;
  return {
    ...feed,
    title: oneLine(feed.title),
    siteUrl: absolute(feed.siteUrl, document.url),
    items: feed.items.map((item) => ({
      ...item,
      url: absolute(item.url, base) ?? addressIn(item.guid),
      title: oneLine(item.title),
      author: oneLine(item.author),
    })),
  };
}

function readXml(text: string): ParsedFeed {
  if (/^\s*(<!doctype html|<html[\s>])/i.test(text)) throw new NotAFeed("html");
  let parsed: ReturnType<typeof parseXml>;
  try {
    parsed = parseXml(repairXml(text));
  } catch {
    throw new NotAFeed(/<(html|head|body)[\s>]/i.test(text.slice(0, 2000)) ? "html" : "other");
  }
  // Items ask the feed for these, and it looks through the whole document each time: kept, they cost once.
  for (const name of ["url", "authors"] as const) Object.defineProperty(parsed, name, { value: parsed[name] });
  const items = parsed.items.slice(0, mostItems);
  return {
    kind:
      parsed.meta.type === "atom"
        ? "atom"
        : parsed.meta.version === "1.0" || /<rdf:RDF/i.test(text)
          ? "rdf"
          : "rss",
    title: parsed.title,
    siteUrl: parsed.url,
    language: parsed.language,
    items: items.map(
      (item): ParsedItem => ({
        guid: item.id,
        url: item.url,
        title: item.title,
        publishedAt: item.published ?? item.updated,
        updatedAt: item.updated,
        author: item.authors[0]?.name ?? item.authors[0]?.email ?? null,
        summaryHtml: item.description,
        contentHtml: item.content,
        language: null,
      }),
    ),
  };
}

const formatting = /<\/?(?:a|b|br|code|div|em|font|i|img|mark|p|small|span|strong|sub|sup|u)\b[^>]*>/gi;

/** A title without its formatting. Other angle brackets are part of what it says: "Vec<T> in Rust". */
function oneLine(text: string | null): string | null {
  return text === null
    ? null
    : plainText(text.replace(formatting, "").replaceAll("<", "&lt;"), longestTitle) || null;
}

function absolute(address: string | null, base: string): string | null {
  if (address === null || address.trim() === "" || !URL.canParse(address.trim(), base)) return null;
  const url = new URL(address.trim(), base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

/** RSS lets an item's guid stand for its link. */
function addressIn(guid: string | null): string | null {
  return guid !== null && /^https?:\/\//i.test(guid) && URL.canParse(guid) ? guid : null;
}
