import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { NotAFeed, parseFeed } from "@/features/feeds/formats/parse-feed";
import { agreement, type Figure, type Gold, type Reading } from "./feed-agreement";

// Reads every document of a folder as a feed and counts what came out right:
//   node feed-corpus.mjs <folder> [--limit-ms 2000] [--list]
// A folder with a manifest.jsonl (a line per document: path, headers, gold) is compared with its gold; any other folder is
// only read, for crashes and for time. A document without items counts as right also when it is said to be no feed. Each
// document has a time of its own, in a thread that can be ended.

type Document = { path: string; contentType: string | null; url: string; gold: Gold | null };
type Answer = Reading | { failure: "not-a-feed" | "crash" | "hang"; detail: string };

/** In the thread: reads one document at a time. */
function serveReadings(port: NonNullable<typeof parentPort>): void {
  port.on("message", ({ file, contentType, url }: { file: string; contentType: string; url: string }) => {
    const body = readFileSync(file);
    const start = performance.now();
    port.postMessage({ answer: reading(body, contentType, url), ms: performance.now() - start });
  });
  port.postMessage("ready");
}

function reading(body: Uint8Array, contentType: string | null, url: string): Answer {
  try {
    const feed = parseFeed({ body, contentType, url });
    return { kind: feed.kind, title: feed.title, items: feed.items };
  } catch (error) {
    if (error instanceof NotAFeed) return { failure: "not-a-feed", detail: error.looksLike };
    return { failure: "crash", detail: error instanceof Error ? (error.stack ?? "") : String(error) };
  }
}

/** A thread, and a new one after a document that took too long. The clock runs for the reading, not for the thread's start. */
function startReader(limitMs: number) {
  let worker = readyWorker();
  const replace = async () => {
    await (await worker).terminate();
    worker = readyWorker();
  };
  const ask = async (document: Document, file: string): Promise<{ answer: Answer; ms: number }> => {
    const thread = await worker;
    return new Promise((resolve) => {
      const settle = (result: { answer: Answer; ms: number }) => {
        clearTimeout(timer);
        thread.off("message", settle).off("error", onError);
        resolve(result);
      };
      const fail = (failure: "hang" | "crash", detail: string) =>
        void replace().then(() => settle({ answer: { failure, detail }, ms: limitMs }));
      const onError = (error: Error) => fail("crash", error.message);
      const timer = setTimeout(() => fail("hang", `over ${limitMs} ms`), limitMs);
      thread.on("message", settle).on("error", onError);
      thread.postMessage({ file, contentType: document.contentType, url: document.url });
    });
  };
  return { ask, stop: async () => (await worker).terminate() };
}

function readyWorker(): Promise<Worker> {
  const worker = new Worker(new URL(import.meta.url));
  return new Promise((resolve, reject) => {
    worker.once("message", () => {
      worker.off("error", reject);
      resolve(worker);
    });
    worker.once("error", reject);
  });
}

/** The documents of the manifest, or else all files of the folder. */
function documentsOf(folder: string): Document[] {
  const names = readdirSync(folder);
  if (!names.includes("manifest.jsonl")) {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => ({ path: name, contentType: null, url: "http://corpus.example/", gold: null }));
  }
  const lines = readFileSync(path.join(folder, "manifest.jsonl"), "utf8").split("\n");
  return lines.filter((line) => line !== "").map(documentOf);
}

function documentOf(line: string): Document {
  const row: { path: string; headers: Record<string, string> | null; gold: Gold | null } = JSON.parse(line);
  // Relative addresses in the gold were resolved where its maker served the documents: their paths below one folder.
  const served = new URL(row.path.split("/").slice(1).join("/"), "http://127.0.0.1:8097/");
  return {
    path: row.path,
    contentType: row.headers?.["content-type"] ?? null,
    url: new URL(row.headers?.["content-location"] ?? "", served).href,
    gold: row.gold,
  };
}

function share({ right, of }: Figure): string {
  return `${right} of ${of}${of > 0 ? ` (${((right / of) * 100).toFixed(2)} %)` : ""}`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "limit-ms": { type: "string", default: "2000" }, list: { type: "boolean", default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error("feed-corpus.mjs <folder> [--limit-ms 2000] [--list]");
  const figures = new Map<string, Figure>();
  const count = (name: string, right: boolean) => {
    const figure = figures.get(name) ?? { right: 0, of: 0 };
    figures.set(name, { right: figure.right + Number(right), of: figure.of + 1 });
  };
  const list = (...words: unknown[]) => values.list && process.stdout.write(`${words.join("\t")}\n`);
  const failures = { "not-a-feed": 0, crash: 0, hang: 0 };
  const times: number[] = [];
  const reader = startReader(Number(values["limit-ms"]));
  const documents = documentsOf(folder);
  for (const document of documents) {
    const { answer, ms } = await reader.ask(document, path.join(folder, document.path));
    times.push(ms);
    if ("failure" in answer) {
      failures[answer.failure]++;
      list(answer.failure, document.path, answer.detail);
    }
    if (document.gold === null) {
      if (!("failure" in answer))
        list("read", document.path, answer.kind, answer.items.length, ms.toFixed(1));
      continue;
    }
    for (const { name, right, ours, gold } of agreement("failure" in answer ? null : answer, document.gold)) {
      count(name, right);
      if (!right) list(name, document.path, JSON.stringify(ours), JSON.stringify(gold));
    }
  }
  await reader.stop();
  times.sort((a, b) => a - b);
  const lines = [
    `${documents.length} documents; ${failures.crash} crashes, ${failures.hang} hangs, ${failures["not-a-feed"]} said to be no feed`,
    `slowest ${(times.at(-1) ?? 0).toFixed(1)} ms, median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(2)} ms`,
    ...[...figures].map(([name, figure]) => `${name}: ${share(figure)}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

if (isMainThread) await main();
else if (parentPort) serveReadings(parentPort);
