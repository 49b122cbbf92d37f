import { decodeDocument } from "@/server/documents/decode";
import { plainText } from "@/server/documents/plain-text";
import { scanXml } from "@/server/documents/xml-scan";

export type OpmlFeed = {
  url: string;
  title: string | null;
  siteUrl: string | null;
  folder: string | null;
  line: number;
};
export type OpmlProblem = { line: number; problem: "no-address" | "bad-address"; text: string };
export type Opml = { title: string | null; feeds: OpmlFeed[]; problems: OpmlProblem[] };

/** The document holds no outline at all. */
export class NotOpml extends Error {}

/** A list longer than this is no reading list. */
const maxFeeds = 5000;
/** Outlines within outlines; beyond, every end is missing. */
const deepest = 20_000;

/**
 * Reads a subscription list, well-formed or not: every <outline> is taken by itself, and those without an address open a
 * folder until they close. Lines count from 1. The same address twice counts once. Throws NotOpml.
 */
export function parseOpml(document: string | Uint8Array): Opml {
  const text = typeof document === "string" ? document : decodeDocument(document, null);
  if (!/<outline[\s/>]/i.test(text)) throw new NotOpml("no <outline> in it");
  const found: Opml = { title: null, feeds: [], problems: [] };
  const folders: (string | null)[] = [];
  const seen = new Set<string>();
  const lineAt = lineCounter(text);
  let title: string | null = null;
  scanXml(
    text,
    {
      text: (words) => {
        if (title !== null) title += words.slice(0, 1000);
      },
      open: (name, attributes, isEmpty, at) => {
        if (name === "title" && !isEmpty) title = "";
        if (name !== "outline") return true;
        const outline = readAttributes(attributes);
        const label = outline.title || outline.text || null;
        const isFeed = outline.xmlurl !== undefined || outline.type?.toLowerCase() === "rss";
        if (isFeed)
          addFeed(found, seen, outline, label, folders.findLast((one) => one !== null) ?? null, lineAt(at));
        if (!isEmpty) folders.push(isFeed ? null : label);
        return found.feeds.length + found.problems.length < maxFeeds && folders.length < deepest;
      },
      close: (name) => {
        if (name === "outline") folders.pop();
        if (name === "title" && title !== null) found.title ??= plainText(title, 200) || null;
        title = null;
      },
    },
    (words) => words,
  );
  return found;
}

/** Line numbers for places asked for in order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    line += lineBreaks(text.slice(counted, at));
    counted = at;
    return line;
  };
}

function addFeed(
  found: Opml,
  seen: Set<string>,
  attributes: Record<string, string>,
  title: string | null,
  folder: string | null,
  line: number,
): void {
  const written =
    attributes.xmlurl
      ?.trim()
      .replace(/^feed:(\/\/)?(?=https?:)/i, "")
      .replace(/^feed:/i, "http:") ?? "";
  if (written === "") {
    found.problems.push({ line, problem: "no-address", text: title ?? "" });
  } else if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) {
    found.problems.push({ line, problem: "bad-address", text: written.slice(0, 200) });
  } else if (!seen.has(new URL(written).href)) {
    const url = new URL(written).href;
    seen.add(url);
    const site = attributes.htmlurl;
    found.feeds.push({
      url,
      title,
      siteUrl: site && /^https?:/i.test(site) && URL.canParse(site) ? site : null,
      folder,
      line,
    });
  }
}

function readAttributes(attributes: Map<string, string>): Record<string, string> {
  const readable = ["text", "title", "type", "xmlurl", "htmlurl"];
  const found = [...attributes].filter(([name]) => readable.includes(name));
  return Object.fromEntries(
    found.map(([name, value]) => [name, plainText(value.replaceAll("<", "&lt;"), 2000)]),
  );
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** An OPML 2.0 document of these feeds, by folder. */
export function writeOpml(title: string, feeds: readonly Omit<OpmlFeed, "line">[]): string {
  const folders = [...new Set(feeds.map((feed) => feed.folder))].sort((a, b) =>
    (a ?? "").localeCompare(b ?? "", "en"),
  );
  const lines = folders.flatMap((folder) => {
    const outlines = feeds.filter((feed) => feed.folder === folder).map(outline);
    return folder === null
      ? outlines.map((one) => `    ${one}`)
      : [
          `    <outline text="${escapeXml(folder)}">`,
          ...outlines.map((one) => `      ${one}`),
          "    </outline>",
        ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head><title>${escapeXml(title)}</title></head>\n  <body>\n${lines.join("\n")}\n  </body>\n</opml>\n`;
}

function outline({ url, title, siteUrl }: Omit<OpmlFeed, "line">): string {
  const site = siteUrl === null ? "" : ` htmlUrl="${escapeXml(siteUrl)}"`;
  return `<outline type="rss" text="${escapeXml(title ?? url)}" xmlUrl="${escapeXml(url)}"${site}/>`;
}

function escapeXml(text: string): string {
  const control = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
  return text
    .replace(control, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
