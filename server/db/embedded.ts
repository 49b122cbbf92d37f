import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { embeddedPlace, giveTo, type Place } from "./embedded-place";

const run = promisify(execFile);

type Secrets = { port: number; password: string };

export type Embedded = {
  url: string;
  /** True when a server of an earlier, killed run was still up and is used on. */
  reused: boolean;
  stop(): Promise<void>;
};

/** The address of the database in `dataDir`, whether it is up or not; null before the first start. */
export function embeddedUrl(dataDir: string): string | null {
  const secrets = readSecrets(dataDir);
  return secrets ? urlOf(secrets, "throughline") : null;
}

/**
 * Starts the PostgreSQL that ships inside the packages, on a free port of this machine alone, with its data in `dataDir`.
 * After a crash PostgreSQL replays its own log; a server that outlived its supervisor is used on.
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const place = embeddedPlace(dataDir);
  const secrets = readSecrets(dataDir) ?? {
    port: await freePort(),
    password: randomBytes(24).toString("base64url"),
  };
  if (!existsSync(path.join(place.data, "PG_VERSION"))) await initialise(place, dataDir, secrets);
  if (await answers(urlOf(secrets, "postgres"))) return handle(place, secrets, true);

  const port = (await isFree(secrets.port)) ? secrets.port : await freePort();
  const current = { ...secrets, port };
  writeSecrets(dataDir, current);
  await launch(place, current, dataDir);
  await ensureDatabase(current);
  return handle(place, current, false);
}

function handle(place: Place, secrets: Secrets, reused: boolean): Embedded {
  return { url: urlOf(secrets, "throughline"), reused, stop: () => stop(place) };
}

function urlOf(secrets: Secrets, database: string): string {
  return `postgresql://postgres:${encodeURIComponent(secrets.password)}@127.0.0.1:${secrets.port}/${database}`;
}

const secretsFile = (dataDir: string) => path.join(dataDir, "postgres.json");

function readSecrets(dataDir: string): Secrets | null {
  if (!existsSync(secretsFile(dataDir))) return null;
  // We wrote it below, whole or not at all.
  return JSON.parse(readFileSync(secretsFile(dataDir), "utf8")) as Secrets;
}

function writeSecrets(dataDir: string, secrets: Secrets): void {
  const file = secretsFile(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Made beside its place and moved there when whole, so that a killed first start leaves nothing half made. */
async function initialise(place: Place, dataDir: string, secrets: Secrets): Promise<void> {
  const fresh = `${place.data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(place.data, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  giveTo(place, fresh);
  const passwordFile = `${fresh}.password`;
  writeFileSync(passwordFile, secrets.password, { mode: 0o600 });
  giveTo(place, passwordFile);
  const locale = { linux: "C.UTF-8", darwin: "en_US.UTF-8" }[process.platform as string] ?? "C";
  const flags = [
    "-U",
    "postgres",
    "-E",
    "UTF8",
    "--locale-provider=icu",
    "--icu-locale=und",
    `--locale=${locale}`,
  ];
  try {
    await run(
      path.join(place.bin, "initdb"),
      ["-D", fresh, ...flags, "-A", "scram-sha-256", `--pwfile=${passwordFile}`],
      processOptions(place),
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeSecrets(dataDir, secrets);
  renameSync(fresh, place.data);
}

function processOptions(place: Place) {
  // A working directory the server's user may not read makes initdb and postgres complain.
  return { cwd: path.dirname(place.bin), ...(place.user ?? {}) };
}

async function launch(place: Place, secrets: Secrets, dataDir: string): Promise<void> {
  const logFile = path.join(dataDir, "postgres.log");
  const output = openSync(logFile, "a", 0o600);
  const settings = [
    `port=${secrets.port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=60",
    "shared_buffers=128MB",
    "jit=off",
  ];
  // A process group of its own: Ctrl-C reaches the supervisor alone, which stops the server after everyone who uses it.
  const child = spawn(
    path.join(place.bin, "postgres"),
    ["-D", place.data, ...settings.flatMap((one) => ["-c", one])],
    {
      ...processOptions(place),
      detached: true,
      stdio: ["ignore", output, output],
    },
  );
  child.unref();
  await untilReady(child, urlOf(secrets, "postgres"), logFile);
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  child.once("error", () => {
    ended = true;
  });
  // Replaying the log after a crash may take a while; a server that gave up ends by itself.
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(50)) {
    if (await answers(url)) return;
    if (ended) break;
  }
  const said = readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join("\n  ");
  throw new Error(`The embedded PostgreSQL did not start. It said (in ${logFile}):\n  ${said}`);
}

async function answers(url: string): Promise<boolean> {
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

async function ensureDatabase(secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(secrets, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'throughline'");
    if (rowCount === 0) await client.query("CREATE DATABASE throughline");
  } finally {
    await client.end();
  }
}

/** Asks the server to end its sessions and stop ("fast"), and waits until it has. */
async function stop(place: Place): Promise<void> {
  const pidFile = path.join(place.data, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  try {
    process.kill(pid, "SIGINT");
  } catch {
    return;
  }
  for (const until = Date.now() + 30_000; existsSync(pidFile) && Date.now() < until; ) await pause(50);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
