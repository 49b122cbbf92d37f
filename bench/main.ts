import { chmodSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { createFeed } from "@/features/feeds/commands/feeds";
import { jobs } from "@/features/job-registry";
import { startIndexing } from "@/features/search/commands";
import { indexStoredRun } from "@/features/search/jobs/index-stored";
import { createWorkspace } from "@/features/workspaces/commands/create";
import { cliContext } from "@/server/contexts";
import { disconnectDb } from "@/server/db/client";
import { startEmbedded } from "@/server/db/embedded";
import { migrate } from "@/server/db/migrate";
import { ownerDb } from "@/server/db/owner";
import { stopSender } from "@/server/jobs/queue";
import { finishRun } from "@/server/jobs/runs/finish-run";
import { cases } from "./cases";
import { feedThroughput } from "./feed-throughput";
import { fill } from "./fill";
import { measure, type Result } from "./measure";
import { askTitles, askWords, storeTitles, titlesUnder } from "./search-titles";

// npm run bench -- --size 10k|100k|1m [--only beginning of a name] [--json]: fills a database of its own and times operations against the
// same questions put to PostgreSQL by hand, in turns. Ratios mean something elsewhere too; milliseconds only here.
// --titles <folder>: stores the titles of its .jsonl files instead and asks for each, and for each of their words.
// --only feed-throughput: reads that many items of feeds instead, twice.

const sizes: Record<string, number> = { "10k": 10_000, "100k": 100_000, "1m": 1_000_000 };

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "100k" },
    only: { type: "string" },
    titles: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const items = sizes[values.size];
if (items === undefined) {
  process.stderr.write(`--size must be one of ${Object.keys(sizes).join(", ")}.\n`);
  process.exit(2);
}

const folder = await mkdtemp(path.join(tmpdir(), "throughline-bench-"));
// PostgreSQL does not run as root: the user it runs as must be able to enter.
chmodSync(folder, 0o755);
const server = await startEmbedded(folder);
try {
  if (values.titles !== undefined) {
    process.stdout.write(`${JSON.stringify(await findTitles(server.url, values.titles), null, 2)}\n`);
  } else if (values.only === "feed-throughput") {
    process.stdout.write(`${JSON.stringify(await readFeeds(server.url, items), null, 2)}\n`);
  } else {
    const results = await run(server.url, items, values.only);
    process.stdout.write(
      values.json ? `${JSON.stringify({ size: values.size, results }, null, 2)}\n` : table(results),
    );
  }
} finally {
  await Promise.allSettled([disconnectDb(), stopSender()]);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

/** A migrated database with an empty workspace `bench`; its id. */
async function prepare(url: string): Promise<string> {
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret that nobody signs in with";
  await migrate(url, jobs);
  const owner = ownerDb(url);
  const workspace = await createWorkspace(owner, { name: "Bench", slug: "bench", timeZone: "Asia/Shanghai" });
  await owner.$disconnect();
  return workspace.id;
}

async function readFeeds(url: string, count: number) {
  process.env.THROUGHLINE_FETCH_ALLOW = "127.0.0.0/8";
  await prepare(url);
  const context = await cliContext("bench");
  return feedThroughput(context, count, async (urls) => {
    const ids: string[] = [];
    for (const one of urls) ids.push((await createFeed(context, { url: one, paused: true })).id);
    return ids;
  });
}

async function findTitles(url: string, folder: string) {
  await prepare(url);
  const context = await cliContext("bench");
  const stored = await storeTitles(context, titlesUnder(folder));
  return { titles: await askTitles(context, stored), words: await askWords(context, stored) };
}

async function run(url: string, count: number, only: string | undefined): Promise<Result[]> {
  const workspaceId = await prepare(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  process.stderr.write(`Filling in ${count} items …\n`);
  await fill(client, workspaceId, count);
  process.stderr.write("Indexing …\n");
  await indexAll(client, workspaceId);
  await client.end();

  const pool = new pg.Pool({ connectionString: url });
  // A server that is stopped after a failure ends idle connections; the failure itself is what to tell.
  pool.on("error", () => undefined);
  const results: Result[] = [];
  for (const one of await cases(await cliContext("bench"), pool, count)) {
    if (only !== undefined && !one.name.startsWith(only)) continue;
    process.stderr.write(`${one.name} …\n`);
    results.push(await measure(one.name, one.runs, one.operation, one.floor));
  }
  await pool.end();
  return results;
}

/** As a database that was filled before: texts get their terms by the run that a starting worker begins. */
async function indexAll(client: pg.Client, workspaceId: string): Promise<void> {
  const start = performance.now();
  await client.query("UPDATE workspace SET search_version = 0 WHERE id = $1", [workspaceId]);
  const { runId } = await startIndexing(await cliContext("bench"), {});
  if (runId === null) throw new Error("nothing was to be indexed");
  const left = await finishRun(await cliContext("bench"), indexStoredRun, runId);
  process.stderr.write(`… ${left.state} after ${Math.round((performance.now() - start) / 1000)} s\n`);
  await client.query("VACUUM ANALYZE");
}

function table(results: Result[]): string {
  const line = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
  const rows = results.map(({ name, runs, operation, floor, ratio }) =>
    line([name, runs, operation.median, operation.p95, floor.median, floor.p95, ratio.median, ratio.p95]),
  );
  return [
    line(["case", "runs", "median ms", "p95 ms", "floor median", "floor p95", "ratio median", "ratio p95"]),
    line(Array(8).fill("---")),
    ...rows,
    "",
  ].join("\n");
}
