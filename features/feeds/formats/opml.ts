import { normalizeFeedAddress } from "@/lib/text/addresses";
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
export const opmlProblems = ["no-address", "bad-address", "too-many"] as const;
type OpmlProblemKind = (typeof opmlProblems)[number];
export type OpmlProblem = { line: number; problem: OpmlProblemKind; text: string };
export type Opml = { title: string | null; feeds: OpmlFeed[]; problems: OpmlProblem[] };

/** The document holds no outline at all. */
export class NotOpml extends Error {}

/** A list longer than this is no reading list. */
const maxFeeds = 5000;
const maxOutlines = 100_000;
/** Outlines within outlines; beyond, every end is missing. */
const deepest = 20_000;

/**
 * Reads a subscription list, well-formed or not: every <outline> is taken by itself, and those without an address open a
 * folder until they close. Lines count from 1. Addresses in one form; the same twice counts once. Throws NotOpml.
 */
export function parseOpml(document: string | Uint8Array): Opml {
  const text = typeof document === "string" ? document : decodeDocument(document, null);
  if (!/<outline[\s/>]/i.test(text)) throw new NotOpml("no <outline> in it");
  const found: Opml = { title: null, feeds: [], problems: [] };
  const folders: (string | null)[] = [];
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
        if (isFeed) addFeed(found, outline, label, pathOf(folders) ?? categoryOf(outline), lineAt(at));
        if (!isEmpty) folders.push(isFeed ? null : label);
        return found.feeds.length + found.problems.length < maxOutlines && folders.length < deepest;
      },
      close: (name) => {
        if (name === "outline") folders.pop();
        if (name === "title" && title !== null) found.title ??= plainText(title, 200) || null;
        title = null;
      },
    },
    (words) => words,
  );
  return withoutExcess(found);
}

/** What is beyond the bound is said, not dropped silently. */
function withoutExcess(found: Opml): Opml {
  const [kept, beyond] = [found.feeds.slice(0, maxFeeds), found.feeds.slice(maxFeeds)];
  const said = beyond.map(({ line, url }) => ({ line, problem: "too-many" as const, text: url }));
  return { ...found, feeds: kept, problems: [...found.problems, ...said] };
}

/** The folders a feed lies in, from the outermost: "AI/Agents". */
function pathOf(folders: readonly (string | null)[]): string | null {
  const named = folders.filter((one) => one !== null);
  return named.length > 0 ? named.join("/") : null;
}

/** The first category of OPML 2.0: "/AI/Agents,/Work" is a path and another. */
function categoryOf({ category = "" }: Record<string, string>): string | null {
  const first = category.split(",")[0]?.trim() ?? "";
  return first.split("/").filter(Boolean).join("/") || null;
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
  attributes: Record<string, string>,
  title: string | null,
  folder: string | null,
  line: number,
): void {
  const written = attributes.xmlurl?.trim() ?? "";
  const url = /^(feed:|https?:)/i.test(written) ? normalizeFeedAddress(written) : null;
  if (written === "") {
    found.problems.push({ line, problem: "no-address", text: title ?? "" });
  } else if (url === null) {
    found.problems.push({ line, problem: "bad-address", text: written.slice(0, 200) });
  } else {
    const site = attributes.htmlurl;
    const siteUrl = site && /^https?:/i.test(site) && URL.canParse(site) ? site : null;
    const before = found.feeds.find((feed) => feed.url === url);
    // Listed twice, a feed is one; the folder counts, wherever it was said.
    if (before) before.folder ??= folder;
    else found.feeds.push({ url, title, siteUrl, folder, line });
  }
}

function readAttributes(attributes: Map<string, string>): Record<string, string> {
  const readable = ["text", "title", "type", "xmlurl", "htmlurl", "category"];
  const found = [...attributes].filter(([name]) => readable.includes(name));
  return Object.fromEntries(
    found.map(([name, value]) => [name, plainText(withBareAmpersands(value).replaceAll("<", "&lt;"), 2000)]),
  );
}

/** As HTML reads attributes: an entity without its semicolon, before a letter, a digit or "=", is text: "&copy=1". */
function withBareAmpersands(value: string): string {
  return value.replace(/&(?!#?\w+;)/g, "&amp;");
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
