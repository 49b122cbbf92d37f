import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Place } from "./embedded-place";

/** The embedded PostgreSQL did not come up; the message holds its own last words. */
export class DatabaseFailed extends Error {}

/** Replaying the log after a crash may take a while; a server that gave up ends by itself. */
const startWithin = 120_000;
const stopWithin = 60_000;

/** What PostgreSQL says while processes of a killed server are still about to end. */
const notYet = /pre-existing shared memory block|lock file ".*" already exists/;

/** Starts the server on `port` and waits until it answers at `url`. */
export async function launch(
  place: Place,
  port: number,
  url: string,
  logFile: string,
): Promise<ChildProcess> {
  turnOver(logFile);
  for (const until = Date.now() + 30_000; ; await pause(500)) {
    const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    const child = run(place, port, logFile);
    if (await comesUp(child, url)) return child;
    const said = readFileSync(logFile).subarray(from).toString("utf8").trim();
    if (notYet.test(said) && Date.now() < until) continue;
    child.kill("SIGKILL");
    throw new DatabaseFailed(
      `The embedded PostgreSQL did not start. It said (in ${logFile}):\n  ${said.split("\n").slice(-4).join("\n  ")}`,
    );
  }
}

function run(place: Place, port: number, logFile: string): ChildProcess {
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=60",
    "shared_buffers=128MB",
    "jit=off",
    // Until a table's statistics are there, foreign keys into it are checked through any index that begins with the workspace;
    // a first import grew slower with every item for the minutes that the default of 60 s leaves it so.
    "autovacuum_naptime=10s",
  ];
  const output = openSync(logFile, "a", 0o600);
  // A process group of its own: Ctrl-C reaches the supervisor alone, which stops the server after everyone who uses it.
  const child = spawn(
    path.join(place.bin, "postgres"),
    ["-D", place.data, ...settings.flatMap((one) => ["-c", one])],
    { ...processOptions(place), detached: true, windowsHide: true, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  child.on("error", () => undefined);
  child.unref();
  watch(child, pidFile(place));
  return child;
}

/** A working directory the server's user may not read makes initdb and postgres complain. */
export function processOptions(place: Place) {
  return { cwd: path.dirname(place.bin), ...(place.user ?? {}) };
}

/**
 * The server must not outlive us, not even when we are killed: a shell waits at a pipe that closes when we end, however we
 * do. Then the server is asked to stop once nobody uses it, and ten seconds later to stop anyhow. Where there is no such
 * shell (Windows), the next start stops it.
 */
function watch(server: ChildProcess, file: string): void {
  if (process.platform === "win32" || server.pid === undefined) return;
  const script = `read -r _
ours() { [ "$(head -n 1 "$0" 2>/dev/null)" = "$1" ]; }
ours "$1" && kill -TERM "$1"
for second in 1 2 3 4 5 6 7 8 9 10; do ours "$1" || exit; sleep 1; done
ours "$1" && kill -INT "$1"`;
  const shell = spawn("/bin/sh", ["-c", script, file, String(server.pid)], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.on("error", () => undefined);
  shell.unref();
  const pipe: unknown = shell.stdin;
  if (pipe instanceof Object && "unref" in pipe && typeof pipe.unref === "function") pipe.unref();
  server.once("exit", () => shell.kill());
}

async function comesUp(child: ChildProcess, url: string): Promise<boolean> {
  let ended = child.pid === undefined;
  child.once("exit", () => {
    ended = true;
  });
  for (const until = Date.now() + startWithin; Date.now() < until && !ended; await pause(50)) {
    if (await answers(url)) return true;
  }
  return false;
}

export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // A server that goes away while we ask raises this besides rejecting.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const pidFile = (place: Place) => path.join(place.data, "postmaster.pid");

/**
 * Stops the server on this data, also one that outlived a killed supervisor: its sessions end, it writes what it holds
 * ("fast"), and we wait until it is gone. After a crash there is nothing to stop, only a file that names a dead process.
 */
export async function stopServer(place: Place): Promise<void> {
  const file = pidFile(place);
  const pid = serverIn(file);
  if (pid === null) return;
  if (!isPostgres(pid)) {
    // PostgreSQL would take another program that has the number now for a running server. Should processes of the dead
    // one still be there, their shared memory keeps a second server out.
    rmSync(file, { force: true });
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const until = Date.now() + stopWithin; Date.now() < until; await pause(25)) {
      if (serverIn(file) !== pid || !isPostgres(pid)) return;
    }
  }
}

function serverIn(file: string): number | null {
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return pid > 0 ? pid : null;
}

/** Is this process alive and a PostgreSQL? Where the system does not tell what it is, being alive is enough. */
function isPostgres(pid: number): boolean {
  try {
    if (process.platform === "linux")
      return /\(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Keeps the server's log from growing for ever: one file in use, one before it. */
function turnOver(logFile: string): void {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000)
    renameSync(logFile, `${logFile}.old`);
}
