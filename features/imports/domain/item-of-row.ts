import { createHash } from "node:crypto";
import { kindCalled, type NewsKind } from "@/features/news/domain/kinds";
import { addressKey } from "@/features/news/domain/source-key";
import { readTime } from "@/lib/calendar/written/read-time";
import { storableText } from "@/lib/text/excerpt";
import { type ImportField, importFields, type Mapping } from "./columns";

/** An item as a row gives it. `key` makes it itself: the same row again is the same item. */
export type ImportedItem = {
  key: string;
  title: string;
  url: string | null;
  publishedAt: string | null;
  publishedDay: string | null;
  assumedZone: string | null;
  source: string | null;
  language: string | null;
  kind: NewsKind | null;
  /** Ids of the theses it is tagged with. */
  theses: string[];
  text: string;
};

/** The id of the thesis that a name or slug names; undefined for none. */
export type ThesisNamed = (name: string) => string | undefined;

export const rowProblems = [
  "unreadable",
  "tooManyCells",
  "noTitle",
  "longTitle",
  "badUrl",
  "badDate",
  "badLanguage",
  "badKind",
  "unknownThesis",
  "badCharacters",
] as const;
export type RowProblem = (typeof rowProblems)[number];
export type Refusal = { field: ImportField | null; problem: RowProblem };

const longest = { title: 1000, url: 2000, source: 200, text: 100_000 };
/** What stands where bytes make no character: a file in two encodings, or in one its beginning did not show. */
const undecodable = "\ufffd";

/** The item of a row, or what is wrong with it. A day alone, and a time without a zone, are those of the workspace. */
export function itemOfRow(
  values: Readonly<Record<string, string>>,
  mapping: Mapping,
  timeZone: string,
  thesisNamed: ThesisNamed,
): ImportedItem | Refusal {
  const value = (field: ImportField) => {
    const raw = values[mapping[field] ?? ""] ?? "";
    return storableText(raw, raw.length).trim();
  };
  const garbled = importFields.find((field) => value(field).includes(undecodable));
  if (garbled) return { field: garbled, problem: "badCharacters" };
  const [title, url, date, language] = [value("title"), value("url"), value("date"), value("language")];
  if (title === "") return { field: "title", problem: "noTitle" };
  if (title.length > longest.title) return { field: "title", problem: "longTitle" };
  if (url !== "" && !isWebAddress(url)) return { field: "url", problem: "badUrl" };
  const published = readTime(date, { timeZone, language: language || null });
  if (date !== "" && published === null) return { field: "date", problem: "badDate" };
  if (language !== "" && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language))
    return { field: "language", problem: "badLanguage" };
  const kind = kindCalled(value("kind"));
  if (value("kind") !== "" && kind === null) return { field: "kind", problem: "badKind" };
  const theses = value("theses")
    .split(/[;；,，、|\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map(thesisNamed);
  if (theses.includes(undefined)) return { field: "theses", problem: "unknownThesis" };
  const source = value("source").slice(0, longest.source) || null;
  return {
    key: url === "" ? `row:${hash([title, date, source ?? ""])}` : addressKey(url).slice(0, 500),
    title,
    url: url || null,
    publishedAt: published?.at.toISOString() ?? null,
    publishedDay: published?.day ?? null,
    assumedZone: published?.assumedZone ?? null,
    source,
    language: language || null,
    kind,
    theses: [...new Set(theses.filter((id) => id !== undefined))],
    text: value("text").slice(0, longest.text),
  };
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url) && url.length <= longest.url;
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
