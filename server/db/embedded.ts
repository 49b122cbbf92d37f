import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { embeddedPlace, giveTo, type Place } from "./embedded-place";
import { DatabaseFailed, launch, processOptions, stopServer } from "./embedded-process";

const run = promisify(execFile);

type Secrets = { port: number; password: string };

export type Embedded = {
  url: string;
  stop(): Promise<void>;
};

/** The address of the database in `dataDir`, whether it is up or not; null before the first start. */
export function embeddedUrl(dataDir: string): string | null {
  const secrets = readSecrets(dataDir);
  return secrets ? urlOf(secrets, "throughline") : null;
}

/**
 * Starts the PostgreSQL that ships inside the packages, on a free port of this machine alone, with its data in `dataDir`,
 * which the caller must have to itself. A server that outlived its supervisor is stopped first; after a crash PostgreSQL
 * replays its own log. Should the server end without having been told to, it is started again, which `onDied` is told.
 * Throws DatabaseFailed or NoPlace with a sentence.
 */
export async function startEmbedded(
  dataDir: string,
  onDied: (startedAgain: Promise<void>) => void = (again) => void again.catch(() => undefined),
): Promise<Embedded> {
  const place = embeddedPlace(dataDir);
  const known = readSecrets(dataDir);
  const password = known?.password ?? randomBytes(24).toString("base64url");
  await stopServer(place);
  const port = known && (await isFree(known.port)) ? known.port : await freePort();
  const secrets = { port, password };
  const fresh = !isInitialised(place);
  if (!fresh && !known)
    throw new DatabaseFailed(`${secretsFile(dataDir)}, the key to the database in ${place.data}, is gone.`);
  // Written first: a database whose password nobody knows would be lost.
  writeSecrets(dataDir, secrets);
  if (fresh) await initialise(place, password);

  let stopping = false;
  const start = async () => {
    const child = await launch(place, port, urlOf(secrets, "postgres"), path.join(dataDir, "postgres.log"));
    child.once("exit", () => stopping || onDied(pause(1000).then(start)));
  };
  await start();
  await ensureDatabase(secrets);
  return {
    url: urlOf(secrets, "throughline"),
    stop: async () => {
      stopping = true;
      await stopServer(place);
    },
  };
}

/** Stops whatever server runs on this data. For a start that is broken off. */
export async function stopEmbedded(dataDir: string): Promise<void> {
  if (existsSync(secretsFile(dataDir))) await stopServer(embeddedPlace(dataDir));
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

function isInitialised(place: Place): boolean {
  if (existsSync(path.join(place.data, "PG_VERSION"))) return true;
  if (!existsSync(place.data)) return false;
  throw new DatabaseFailed(
    `${place.data} is there, but this user may not read it or it is no database. Start as the user who made it, or name another folder with THROUGHLINE_DATA_DIR.`,
  );
}

/** Made beside its place and moved there when whole, so that a killed first start leaves nothing half made. */
async function initialise(place: Place, password: string): Promise<void> {
  const fresh = `${place.data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  giveTo(place, fresh);
  const passwordFile = `${fresh}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(place, passwordFile);
  const locale = { linux: "C.UTF-8", darwin: "en_US.UTF-8" }[process.platform as string] ?? "C";
  const unicode = ["-E", "UTF8", "--locale-provider=icu", "--icu-locale=und", `--locale=${locale}`];
  const access = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  try {
    await run(path.join(place.bin, "initdb"), ["-D", fresh, ...unicode, ...access], processOptions(place));
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new DatabaseFailed(
      `The embedded PostgreSQL could not make a database in ${place.data}:\n  ${said}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, place.data);
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
