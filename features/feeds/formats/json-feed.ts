import { z } from "zod";
import { type Reading, readTime } from "@/lib/calendar/written/read-time";
import { cleanTitle } from "@/server/documents/clean-html";
import { maxItems, type ParsedFeed, type ParsedItem } from "./parsed";

/** JSON Feed 1 and 1.1 (jsonfeed.org), read leniently: a field of the wrong kind is as good as none. */

const text = z.string().nullable().catch(null).default(null);
const Item = z.object({
  id: z.union([z.string(), z.number()]).transform(String).nullable().catch(null).default(null),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  language: text,
  author: z.object({ name: text }).nullable().catch(null).default(null),
  authors: z
    .array(z.object({ name: text }))
    .catch([])
    .default([]),
});
const Document = z.object({
  version: z.string().regex(/^(https?:\/\/(www\.)?jsonfeed\.org\/version\/|1(\.1)?$)/),
  title: text,
  home_page_url: text,
  language: text,
  items: z.array(z.unknown()).catch([]).default([]),
});

/** null when the text is not a JSON Feed. Texts and addresses are as they stand; parse-feed.ts makes them uniform. */
export function readJsonFeed(body: string, reading: Reading): ParsedFeed | null {
  if (!body.trimStart().startsWith("{")) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(body);
  } catch {
    return null;
  }
  const document = Document.safeParse(raw);
  if (!document.success) return null;
  const { title, home_page_url, language, items } = document.data;
  return {
    kind: "json",
    title: line(title),
    siteUrl: home_page_url,
    language,
    entries: items.length,
    items: items.slice(0, maxItems).flatMap((one) => readItem(one, { ...reading, language })),
  };
}

function readItem(raw: unknown, reading: Reading): ParsedItem[] {
  const parsed = Item.safeParse(raw);
  if (!parsed.success) return [];
  const item = parsed.data;
  return [
    {
      guid: item.id,
      url: item.url ?? item.external_url ?? (/^https?:/i.test(item.id ?? "") ? item.id : null),
      title: line(item.title),
      published: readTime(item.date_published, reading) ?? readTime(item.date_modified, reading),
      updated: readTime(item.date_modified, reading),
      author: line(item.authors[0]?.name ?? item.author?.name ?? null),
      summaryHtml: item.summary,
      contentHtml: item.content_html ?? (item.content_text === null ? null : asHtml(item.content_text)),
      language: item.language,
    },
  ];
}

function line(text: string | null): string | null {
  return text === null ? null : cleanTitle(text, 1000) || null;
}

/** Plain text as HTML; an entity written in it is meant as it stands. */
function asHtml(plain: string): string {
  const escaped = plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped.replaceAll("\n", "<br>");
}
