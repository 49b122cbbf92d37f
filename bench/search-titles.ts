import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { storeItems } from "@/features/news/commands/store-items";
import { listNews } from "@/features/news/queries/news-list";
import { records } from "@/features/records";
import type { Context } from "@/server/context";
import { rows } from "@/server/db/rows";
import { inTransaction } from "@/server/operation/transaction";
import { keysOf } from "@/server/record/keys";

export type Found = { asked: number; missed: string[]; ms: number };

/** The titles in the .jsonl files of a folder and the folders in it, each once. */
export function titlesUnder(folder: string): string[] {
  const Line = z.object({ title: z.string() });
  const titles = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => readFileSync(path.join(folder, file), "utf8").split("\n"))
    .flatMap((line) => (line === "" ? [] : (Line.safeParse(JSON.parse(line)).data?.title.trim() ?? [])));
  return [...new Set(titles)].filter((title) => title !== "");
}

/** Stores an item for each title; which title each id has. */
export async function storeTitles(context: Context, titles: readonly string[]): Promise<Map<string, string>> {
  for (let from = 0; from < titles.length; from += 500) {
    const items = titles.slice(from, from + 500).map((title, at) => ({
      ...{ sourceKey: `title-${from + at}`, url: null, title, author: null, language: null },
      ...{ publishedAt: "2024-02-16T00:00:00Z", html: "", text: "" },
    }));
    await inTransaction({ ...context, now: new Date() }, "command", "bench.store", {}, async (ctx) => {
      ctx.unaudited();
      await storeItems(ctx, null, items);
    });
  }
  const Stored = z.object({ id: z.string(), title: z.string() });
  const stored = await inTransaction(context, "query", "bench.read", {}, (ctx) =>
    ctx.tx.newsItem.findMany({
      where: { workspaceId: ctx.workspaceId, sourceKey: { startsWith: "title-" } },
      select: { id: true, title: true },
    }),
  );
  return new Map(stored.map((one) => Stored.parse(one)).map(({ id, title }) => [id, title]));
}

/** Asks the list of news for each whole title, page by page; those whose item is on none. `later`: not on the first. */
export async function askTitles(
  context: Context,
  stored: ReadonlyMap<string, string>,
): Promise<Found & { later: string[] }> {
  const start = performance.now();
  const missed: string[] = [];
  const later: string[] = [];
  for (const [id, title] of stored) {
    let page = await listNews(context, { q: title, limit: 100 });
    const isHere = () => page.data.some((item) => item.id === id);
    if (!isHere()) later.push(title);
    while (!isHere() && page.nextCursor)
      page = await listNews(context, { q: title, limit: 100, cursor: page.nextCursor });
    if (!isHere()) missed.push(title);
  }
  return { asked: stored.size, missed, later, ms: performance.now() - start };
}

/** Asks for each word, as the list does; the words that some title has without being found by it. */
export async function askWords(context: Context, stored: ReadonlyMap<string, string>): Promise<Found> {
  const start = performance.now();
  const titlesOf = new Map<string, string[]>();
  let asked = 0;
  for (const [id, title] of stored) {
    for (const word of wordsOf(title)) {
      asked += 1;
      titlesOf.set(word, [...(titlesOf.get(word) ?? []), id]);
    }
  }
  const missed: string[] = [];
  const words = [...titlesOf];
  for (let from = 0; from < words.length; from += 200) {
    await inTransaction(context, "query", "bench.ask", {}, async (ctx) => {
      for (const [word, ids] of words.slice(from, from + 200)) {
        const which = { sort: "-published", limit: stored.size };
        const found = await rows(
          ctx.tx,
          z.object({ id: z.string() }),
          await keysOf(ctx, records.news, { q: word }, which),
        );
        const there = new Set(found.map(({ id }) => id));
        for (const id of ids) if (!there.has(id)) missed.push(`${word}: ${stored.get(id)}`);
      }
    });
  }
  return { asked, missed, ms: performance.now() - start };
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const han = /\p{Script=Han}/u;

/** What somebody might type of a title: what stands between spaces, and Chinese words, of two letters or more; each once. */
export function wordsOf(title: string): Set<string> {
  const words = title.split(/\s+/).flatMap((piece) => {
    if (!han.test(piece)) return [piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, "")];
    return [...segmenter.segment(piece)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
  });
  return new Set(words.filter((word) => (word.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2));
}
