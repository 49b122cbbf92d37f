import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { refresh } from "@/features/feeds/commands/refresh-feed";
import type { Context } from "@/server/context";

/** One reading of every feed: how long it took, what came of it, and what the process held in memory on the way. */
export type Reading = {
  items: number;
  created: number;
  updated: number;
  itemsPerSecond: number;
  /** Resident megabytes after each tenth of the feeds. */
  memory: number[];
};

const itemsPerFeed = 100;
/** As many as the worker reads at a time. */
const atOnce = 4;

/**
 * Fetch, parse, recognise and store `items` items of feeds that a server on this machine gives, twice: everything is new the
 * first time and nothing the second. `follow` makes the feeds and answers their ids.
 */
export async function feedThroughput(
  context: Context,
  items: number,
  follow: (urls: string[]) => Promise<string[]>,
): Promise<{ first: Reading; second: Reading }> {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/rss+xml");
    response.end(document(Number(request.url?.slice(1))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const feeds = Math.ceil(items / itemsPerFeed);
  try {
    const ids = await follow(Array.from({ length: feeds }, (_, at) => `http://127.0.0.1:${port}/${at}`));
    return { first: await readAll(context, ids), second: await readAll(context, ids) };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function readAll(context: Context, ids: string[]): Promise<Reading> {
  const total = { created: 0, updated: 0 };
  const memory: number[] = [];
  const waiting = ids.entries();
  const start = performance.now();
  const readNext = async () => {
    for (const [at, id] of waiting) {
      const { created, updated } = await refresh(context, id);
      total.created += created;
      total.updated += updated;
      if (at % Math.ceil(ids.length / 10) === 0) memory.push(Math.round(process.memoryUsage.rss() / 2 ** 20));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readNext));
  const seconds = (performance.now() - start) / 1000;
  const items = ids.length * itemsPerFeed;
  return { items, ...total, itemsPerSecond: Math.round(items / seconds), memory };
}

const sentence =
  "Mixture of experts models answer with a part of their parameters. 混合专家模型只用一部分参数作答。";

/** A feed as blogs write them: a headline, an address, a date, half a page of text. */
function document(feed: number): string {
  const entries = Array.from({ length: itemsPerFeed }, (_, at) => {
    const date = new Date(Date.UTC(2024, 0, 1) + (feed * itemsPerFeed + at) * 60_000).toUTCString();
    return `<item><guid>${feed}-${at}</guid><title>Report ${at} of source ${feed}</title><link>https://source-${feed}.example/${at}</link>
      <pubDate>${date}</pubDate><description>${`&lt;p&gt;${feed}-${at}: ${sentence}&lt;/p&gt;`.repeat(10)}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>Source ${feed}</title><link>https://source-${feed}.example/</link>${entries.join("")}</channel></rss>`;
}
