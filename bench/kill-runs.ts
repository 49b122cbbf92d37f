import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { importNewsText } from "@/features/imports/commands/import-news";
import { jobs } from "@/features/job-registry";
import { createRule } from "@/features/tag-rules/commands/rules";
import { applyRule } from "@/features/tag-rules/commands/runs";
import { createThesis } from "@/features/theses/commands";
import { createWorkspace } from "@/features/workspaces/commands/create";
import type { Context } from "@/server/context";
import { cliContext } from "@/server/contexts";
import { disconnectDb } from "@/server/db/client";
import { startEmbedded } from "@/server/db/embedded";
import { migrate } from "@/server/db/migrate";
import { ownerDb } from "@/server/db/owner";
import { stopSender } from "@/server/jobs/queue";
import { judge } from "./kill-judge";

// node scripts/run.mjs kill-runs [times]: kills a real worker, as `kill -9` does, again and again in the middle of imports and
// of rules being applied, and starts another each time. What is stored at the end is held against what had to be.

const kills = Number(process.argv[2] ?? 100);
const rowsPerFile = 6000;
/** Files that are stored before the first kill, so that rules take a while. */
const filesBefore = 3;
/** A worker dies so long after a run was seen to move: mostly within a step. */
const maxAfterMs = 400;

const folder = await mkdtemp(path.join(tmpdir(), "throughline-kill-"));
// PostgreSQL does not run as root: the user it runs as must be able to enter.
chmodSync(folder, 0o755);
const server = await startEmbedded(folder);
process.env.DATABASE_URL = server.url;
process.env.NEXTAUTH_SECRET = "a secret that nobody signs in with";
process.env.LOG_LEVEL = "silent";
const database = new pg.Client({ connectionString: server.url });
let worker: ChildProcess | undefined;
try {
  await migrate(server.url, jobs);
  await database.connect();
  const context = await prepare();
  const begun = Date.now();
  const seen = await killAgainAndAgain(context);
  await workOff();
  // The last word on what is stored: a rule put to everything, after the last import.
  await applyRule(context, { id: seen.ruleId });
  await workOff();
  const seconds = Math.round((Date.now() - begun) / 1000);
  const verdict = await judge(database, { files: seen.files, rowsPerFile });
  process.stdout.write(`${JSON.stringify({ kills, ...seen.hits, seconds, ...verdict }, null, 2)}\n`);
  const { lost, doubled, unfinished, miscounted } = verdict;
  if (lost + doubled + unfinished + miscounted + seen.hits.setBack > 0) process.exitCode = 1;
} finally {
  worker?.kill("SIGKILL");
  await Promise.allSettled([database.end(), disconnectDb(), stopSender()]);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function prepare(): Promise<Context> {
  const owner = ownerDb(server.url);
  await createWorkspace(owner, { name: "Kill", slug: "kill", timeZone: "Asia/Shanghai" });
  await owner.$disconnect();
  const context = await cliContext("kill");
  await createThesis(context, { slug: "moe", name: "MoE", statement: "It will." });
  return context;
}

/** Kills that cut a run of the kind; runs that were cut and then seen to go on; runs seen to be less far than before. */
type Hits = { duringImports: number; duringRules: number; resumed: number; setBack: number };

async function killAgainAndAgain(context: Context): Promise<{ files: number; ruleId: string; hits: Hits }> {
  // Paused, it speaks only when it is applied, so that every tag is a run's.
  const rule = { name: "MoE", thesis: "moe", expression: "MoE", status: "paused" as const };
  const { id: ruleId } = await createRule(context, rule);
  const hits: Hits = { duringImports: 0, duringRules: 0, resumed: 0, setBack: 0 };
  let files = 0;
  while (files < filesBefore) await importFile(context, files++);
  await workOff();
  let cut: Open[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const open = await openRuns();
    if (!open.some(({ kind }) => kind === "news.import")) await importFile(context, files++);
    if (!open.some(({ kind }) => kind === "rule.apply")) await applyRule(context, { id: ruleId });
    const before = await openRuns();
    worker = await startWorker();
    await allMovedSince(before);
    await pause(Math.random() * maxAfterMs);
    const now = await openRuns();
    worker.kill("SIGKILL");
    await once(worker, "exit");
    hits.resumed += cut.filter(({ id, done }) => isFurther(now, id, done)).length;
    hits.setBack += before.filter(({ id, done }) =>
      now.some((one) => one.id === id && one.done < done),
    ).length;
    cut = now.filter(({ held }) => held);
    if (cut.some(({ kind }) => kind === "news.import")) hits.duringImports += 1;
    if (cut.some(({ kind }) => kind === "rule.apply")) hits.duringRules += 1;
    process.stderr.write(`\r${kill + 1} of ${kills}, ${files} files`);
  }
  process.stderr.write("\n");
  return { files, ruleId, hits };
}

/** A worker that nobody kills ends what is open. */
async function workOff(): Promise<void> {
  worker = await startWorker();
  while ((await openRuns()).length > 0) await pause(250);
  worker.kill("SIGTERM");
  await once(worker, "exit");
}

async function startWorker(): Promise<ChildProcess> {
  const child = fork(path.resolve("dist/worker.js"), { env: process.env });
  await once(child, "message");
  return child;
}

type Open = { id: string; kind: string; done: number; held: boolean };

/** The runs that are not over; `held`: a worker was at it lately. */
async function openRuns(): Promise<Open[]> {
  const { rows } = await database.query<Open>(
    `SELECT id, kind, done, state = 'running' AND due_at > now() AS held
     FROM job_run WHERE state IN ('queued', 'running')`,
  );
  return rows;
}

/** Waits until each run is further than it was: only then it is sure that a worker took it up. */
async function allMovedSince(before: readonly Open[]): Promise<void> {
  for (;;) {
    const open = await openRuns();
    if (before.every(({ id, done }) => isFurther(open, id, done))) return;
    await pause(20);
  }
}

/** One that is not open any more is over, and that is further, too. */
function isFurther(open: readonly Open[], id: string, done: number): boolean {
  const now = open.find((one) => one.id === id);
  return now === undefined || now.done > done;
}

/** Words nothing else has: headlines that are alike would keep the worker busy with stories. */
function wordsOf(text: string): string {
  const letters = createHash("sha256")
    .update(text)
    .digest("hex")
    .replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "");
  return (letters.match(/.{16}/g) ?? []).join(" ");
}

/** A tenth of the rows repeat an earlier one, a tenth have no title; every third of the others meets the rule. */
async function importFile(context: Context, file: number): Promise<void> {
  const rows = Array.from({ length: rowsPerFile }, (_, at) => {
    const row = at % 10 === 8 ? at - 8 : at;
    const title = at % 10 === 9 ? "" : `${row % 3 === 0 ? "MoE" : "Other"} ${wordsOf(`${file}-${row}`)}`;
    const day = new Date(Date.UTC(2019, 0, 1 + (row % 2000))).toISOString().slice(0, 10);
    return `${title},https://kill.example/${file}/${row},${day}`;
  });
  const content = `title,url,date\n${rows.join("\n")}\n`;
  await importNewsText(context, { name: `file ${file}`, format: "csv", content });
}
