import { type Reading, readTime } from "@/lib/calendar/written/read-time";
import { addressAt } from "@/lib/text/addresses";
import { readTree, type XmlElement } from "@/server/documents/xml-tree";
import { childOf, childrenOf, childText, htmlOf, lineOf, textOf } from "./element-content";
import { maxItems, type ParsedFeed, type ParsedItem } from "./parsed";

/** How the fields of RSS, RDF and Atom are called, best first. Whoever writes Atom's names in an RSS item is understood. */
const fields = {
  title: ["title", "atom:title", "dc:title", "media:title", "itunes:title"],
  published: [
    "pubdate",
    "published",
    "issued",
    "atom:published",
    "dcterms:issued",
    "created",
    "dcterms:created",
  ],
  updated: ["updated", "modified", "atom:updated", "dcterms:modified", "lastmod", "dc:date"],
  author: ["author", "atom:author", "dc:creator", "dc:author", "itunes:author", "creator"],
  summary: [
    "description",
    "summary",
    "abstract",
    "atom:summary",
    "dcterms:abstract",
    "itunes:summary",
    "dc:description",
  ],
  content: ["content:encoded", "content", "atom:content", "xhtml:body", "body", "fullitem", "encoded"],
};

/** null when no element of the text is the root of a feed. Addresses may still be relative to `base`. */
export function readXmlFeed(text: string, url: string, reading: Reading): ParsedFeed | null {
  const root = feedRoot(readTree(text, url));
  if (root === null) return null;
  const kind = kindOf(root);
  const channel = childrenOf(root, "channel")[0] ?? root;
  const site = siteOf(channel) ?? siteOf(root);
  const feedAuthor = kind === "atom" ? authorOf(channel) : null;
  const declared = absolute(channel.attributes.get("base") ?? null, url);
  const base = declared ?? (kind === "atom" ? url : (site ?? url));
  const language = languageOf(channel) ?? root.attributes.get("lang") ?? null;
  const entries = itemsOf(root);
  const context = { isAtom: kind === "atom", base, feedAuthor, reading: { ...reading, language } };
  return {
    kind,
    title: lineOf(childOf(channel, ...fields.title), kind === "atom"),
    siteUrl: site,
    language,
    entries: entries.length,
    items: entries.slice(0, maxItems).map((item) => readItem(item, context)),
  };
}

function feedRoot(tops: XmlElement[]): XmlElement | null {
  const isRoot = ({ key }: XmlElement) => /^(rss|rdf|rdf:rdf|feed|channel|atom:feed)$/.test(key);
  const inner = tops.filter(({ key }) => key !== "html").flatMap((top) => top.children);
  return tops.find(isRoot) ?? inner.filter((child) => typeof child !== "string").find(isRoot) ?? null;
}

function kindOf({ key }: XmlElement): "rss" | "atom" | "rdf" {
  if (key.endsWith("feed")) return "atom";
  return key.includes("rdf") ? "rdf" : "rss";
}

/** Items wherever they were put: in the channel, beside it, in a list, or with no channel at all. */
function itemsOf(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const look = (element: XmlElement, depth: number) => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (/^(item|entry|atom:entry)$/.test(child.key)) found.push(child);
      else if (depth > 0 && /^(channel|items?|entries|rdf:rdf|rss|feed)$/.test(child.key))
        look(child, depth - 1);
    }
  };
  look(root, 4);
  return found;
}

type FeedContext = { isAtom: boolean; base: string; feedAuthor: string | null; reading: Reading };

function readItem(item: XmlElement, { isAtom, base, feedAuthor, reading }: FeedContext): ParsedItem {
  const written = (keys: readonly string[]) =>
    keys.map((key) => readTime(childText(item, key), reading)).find((time) => time !== null) ?? null;
  const updated = written(fields.updated) ?? readTime(item.attributes.get("lastmod"), reading);
  const group = childrenOf(item, "media:group")[0];
  const summary = childOf(item, ...fields.summary) ?? childOf(item, "media:description");
  return {
    guid: childText(item, "guid", "id", "atom:id") ?? item.attributes.get("rdf:about")?.trim() ?? null,
    url: linkOf(item, base),
    title: lineOf(childOf(item, ...fields.title), isAtom),
    published: written(fields.published) ?? updated,
    updated,
    author: authorOf(item) ?? feedAuthor,
    summaryHtml: htmlOf(summary ?? (group ? childOf(group, "media:description") : null), isAtom),
    contentHtml: htmlOf(childOf(item, ...fields.content), isAtom),
    language: languageOf(item),
  };
}

function languageOf(element: XmlElement): string | null {
  return childText(element, "language", "dc:language") ?? element.lang;
}

function siteOf(channel: XmlElement): string | null {
  const link = linkElement(channel);
  if (link) return absolute(link.address, link.element.base);
  return absolute(channel.attributes.get("href") ?? null, channel.base);
}

function linkOf(item: XmlElement, base: string): string | null {
  const link = linkElement(item);
  const about = item.attributes.get("href") ?? item.attributes.get("rdf:about") ?? null;
  const from = link?.element ?? item;
  return absolute(link?.address ?? about ?? permalink(item), from.hasBase ? from.base : base);
}

/** An id that is an address may stand for the link, unless the feed says that it is none. */
function permalink(item: XmlElement): string | null {
  const guid = childOf(item, "guid", "id", "atom:id");
  if (guid?.attributes.get("ispermalink")?.trim().toLowerCase() === "false") return null;
  const address = guid ? textOf(guid)?.trim() : undefined;
  return address && /^(https?:\/\/|\/)/i.test(address) ? address : null;
}

/** The link to the page itself: Atom's alternate, RSS's text. Links to comments, files or the feed are others. */
function linkElement(parent: XmlElement): { element: XmlElement; address: string } | null {
  const found = [...childrenOf(parent, "link"), ...childrenOf(parent, "atom:link")].flatMap((element) => {
    const address = (element.attributes.get("href") ?? textOf(element) ?? "").trim();
    const rel = element.attributes.get("rel")?.toLowerCase() ?? "alternate";
    return address !== "" && rel === "alternate" ? [{ element, address }] : [];
  });
  // Of several alternates the page is wanted, not its PDF.
  return (
    found.find(({ element }) => /^$|html/.test(element.attributes.get("type") ?? "")) ?? found[0] ?? null
  );
}

function absolute(address: string | null, base: string): string | null {
  return address === null ? null : addressAt(address, base);
}

function authorOf(element: XmlElement): string | null {
  const author = childOf(element, ...fields.author);
  if (author === null) return null;
  const name = childText(author, "name", "atom:name") ?? childText(author, "email", "atom:email");
  return personName(name ?? lineOf(author, false));
}

/** "mail@example.com (Name)" and "Name <mail@example.com>" are a name with an address. */
function personName(text: string | null): string | null {
  if (text === null || text.length > 300) return text?.slice(0, 300) ?? null;
  return /^\S+@\S+\s*\((.+)\)$/.exec(text)?.[1] ?? /^(.+?)\s*[<(]\S+@[^\s>)]+[>)]$/.exec(text)?.[1] ?? text;
}
