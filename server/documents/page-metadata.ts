import { plainText } from "./clean-html";

/** What a web page says about itself in its head; null where it says nothing. */
export type PageMetadata = {
  title: string | null;
  publishedAt: Date | null;
  siteName: string | null;
  author: string | null;
  description: string | null;
  canonicalUrl: string | null;
  language: string | null;
};

/** Scripts' data and properties by name, in the order people look for them. */
type Found = { properties: Map<string, string>; linked: Record<string, unknown>[] };

/**
 * Reads Open Graph and article properties, JSON-LD, <title>, <time> and <link rel=canonical> out of a page's HTML, as text.
 * `url` is the page's own address: relative ones are read against it.
 */
export function readPageMetadata(html: string, url: string): PageMetadata {
  const found: Found = { properties: readProperties(html), linked: readLinkedData(html) };
  const title =
    first(found, ["og:title", "twitter:title", "citation_title", "dc.title"]) ??
    fromLinked(found, ["headline", "name"]) ??
    element(html, "title");
  const time = /<time\b[^>]*\bdatetime\s*=\s*["']([^"']+)["']/i.exec(html)?.[1] ?? null;
  return {
    title: title === null ? null : plainText(title, 1000) || null,
    publishedAt: firstDate([
      first(found, ["article:published_time", "og:article:published_time"]),
      fromLinked(found, ["datePublished", "dateCreated"]),
      first(found, [
        "citation_publication_date",
        "citation_date",
        "date",
        "dc.date",
        "dc.date.issued",
        "pubdate",
        "publishdate",
        "parsely-pub-date",
        "sailthru.date",
        "weibo:article:create_at",
      ]),
      time,
    ]),
    siteName: short(first(found, ["og:site_name", "application-name"]) ?? fromLinked(found, ["publisher"])),
    author: short(
      notAddress(
        first(found, ["author", "citation_author", "dc.creator"]) ??
          fromLinked(found, ["author"]) ??
          first(found, ["article:author"]),
      ),
    ),
    description: short(
      first(found, ["og:description", "description", "twitter:description"]) ??
        fromLinked(found, ["description"]),
    ),
    canonicalUrl: webAddress(canonicalLink(html) ?? first(found, ["og:url"]), url),
    language: /<html\b[^>]*\blang\s*=\s*["']?([A-Za-z-]{2,20})/i.exec(html)?.[1] ?? null,
  };
}

function readProperties(html: string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const [tag] of html.matchAll(/<meta\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi)) {
    const name = (
      attribute(tag, "property") ??
      attribute(tag, "name") ??
      attribute(tag, "itemprop")
    )?.toLowerCase();
    const content = attribute(tag, "content")?.trim();
    if (name && content && !properties.has(name)) properties.set(name, content);
  }
  return properties;
}

/** The articles of the page's JSON-LD blocks, broken blocks left out. */
function readLinkedData(html: string): Record<string, unknown>[] {
  const blocks = [
    ...html.matchAll(/<script\b[^>]*type\s*=\s*["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script>/gi),
  ];
  const things = blocks.slice(0, 20).flatMap(([, text = ""]) => flatten(parseJson(text), 0));
  const articles = things.filter((thing) => /Article|Posting|Report|WebPage/.test(String(thing["@type"])));
  return [...articles.filter((thing) => !/WebPage/.test(String(thing["@type"]))), ...articles];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch {
    return null;
  }
}

function flatten(value: unknown, depth: number): Record<string, unknown>[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => flatten(one, depth + 1));
  if (!isRecord(value)) return [];
  return [value, ...flatten(value["@graph"], depth + 1)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function first({ properties }: Found, names: string[]): string | null {
  for (const name of names) {
    const value = properties.get(name);
    if (value) return value;
  }
  return null;
}

function fromLinked({ linked }: Found, names: string[]): string | null {
  for (const thing of linked) {
    for (const name of names) {
      const value = textOf(thing[name]);
      if (value) return value;
    }
  }
  return null;
}

/** A text, or the name of a person or organisation, or of the first of several. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (Array.isArray(value)) return textOf(value[0]);
  return isRecord(value) && typeof value.name === "string" ? value.name.trim() || null : null;
}

function firstDate(candidates: (string | null)[]): Date | null {
  for (const text of candidates) {
    if (text === null) continue;
    // "2024/02/16" and days alone are read in UTC, wherever this runs.
    const plain = text.trim().replaceAll("/", "-");
    const date = new Date(
      /[zZ]|[+-]\d{2}:?\d{2}$/.test(plain) || !/\d{2}:\d{2}/.test(plain)
        ? plain
        : `${plain.replace(" ", "T")}Z`,
    );
    if (!Number.isNaN(date.getTime()) && date.getUTCFullYear() >= 1980) return date;
  }
  return null;
}

function short(text: string | null): string | null {
  return text === null ? null : plainText(text, 300) || null;
}

/** Some sites give the address of an author's profile for a name. */
function notAddress(text: string | null): string | null {
  return text !== null && /^https?:/i.test(text) ? null : text;
}

function canonicalLink(html: string): string | null {
  for (const [tag] of html.matchAll(/<link\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi)) {
    if (attribute(tag, "rel")?.toLowerCase() === "canonical") return attribute(tag, "href");
  }
  return null;
}

function webAddress(text: string | null, base: string): string | null {
  const decoded = text?.replaceAll("&amp;", "&").trim();
  if (!decoded || !URL.canParse(decoded, base)) return null;
  const url = new URL(decoded, base);
  // A canonical address on another site is a syndicated copy's original at best, a mistake at worst: the reader chose this one.
  return /^https?:$/.test(url.protocol) && url.hostname === new URL(base).hostname ? url.href : null;
}

function element(html: string, name: string): string | null {
  return new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}`, "i").exec(html)?.[1] ?? null;
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}
