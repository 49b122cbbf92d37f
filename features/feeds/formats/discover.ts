import { decodeDocument } from "@/server/documents/decode";
import { plainText } from "@/server/documents/plain-text";
import { scanXml } from "@/server/documents/xml-scan";

const feedTypes =
  /^(application\/(rss|atom|rdf|feed)\+(xml|json)|application\/json|text\/xml|application\/xml)$/i;

/** A page naming more than this has an index of feeds, which is no choice to put before a person. */
const maxFound = 20;

/** The feeds an HTML page names in its head, in its order: people paste a site's address, not its feed's. Absolute, http(s). */
export function discoverFeeds(page: {
  body: Uint8Array;
  contentType?: string | null;
  url: string;
}): { url: string; title: string | null }[] {
  const text = decodeDocument(page.body.subarray(0, 500_000), page.contentType);
  const found = new Map<string, string | null>();
  let base = page.url;
  const open = (name: string, attributes: Map<string, string>) => {
    const href = attributes.get("href")?.trim();
    if (href === undefined || !URL.canParse(href, base)) return true;
    if (name === "base" && base === page.url) base = new URL(href, base).href;
    if (name === "link" && namesFeed(attributes)) {
      const url = new URL(href, base);
      const title = plainText(attributes.get("title") ?? "", 200) || null;
      if (/^https?:$/.test(url.protocol) && !found.has(url.href)) found.set(url.href, title);
    }
    return found.size < maxFound;
  };
  scanXml(text, { text: () => undefined, open, close: () => undefined });
  return [...found].map(([url, title]) => ({ url, title }));
}

function namesFeed(attributes: Map<string, string>): boolean {
  const isAlternate = /(^|\s)alternate(\s|$)/i.test(attributes.get("rel") ?? "");
  return isAlternate && feedTypes.test((attributes.get("type") ?? "").split(";")[0]?.trim() ?? "");
}
