import { decodeDocument } from "./decode";

const feedTypes =
  /^(application\/(rss|atom|rdf|feed)\+(xml|json)|application\/json|text\/xml|application\/xml)$/i;

/** The feeds an HTML page names in its head, in its order: people paste a site's address, not its feed's. Absolute, http(s). */
export function discoverFeeds(page: {
  body: Uint8Array;
  contentType?: string | null;
  url: string;
}): { url: string; title: string | null }[] {
  const text = decodeDocument(page.body.subarray(0, 500_000), page.contentType);
  const base = attribute(/<base\b[^>]*>/i.exec(text)?.[0] ?? "", "href");
  const from = base !== null && URL.canParse(base, page.url) ? new URL(base, page.url).href : page.url;
  const found = new Map<string, string | null>();
  for (const [link] of text.matchAll(/<link\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi)) {
    const href = attribute(link, "href");
    const isFeed =
      /(^|\s)alternate(\s|$)/i.test(attribute(link, "rel") ?? "") &&
      feedTypes.test((attribute(link, "type") ?? "").trim());
    if (!isFeed || href === null || !URL.canParse(href, from)) continue;
    const url = new URL(href, from);
    if ((url.protocol === "http:" || url.protocol === "https:") && !found.has(url.href))
      found.set(url.href, attribute(link, "title"));
  }
  return [...found].slice(0, 20).map(([url, title]) => ({ url, title }));
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : value.replaceAll("&amp;", "&");
}
