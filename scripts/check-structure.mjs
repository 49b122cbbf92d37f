// Holds the tree against the rules of docs/architecture.md: which folder may import which, what a feature's files are
// called, how long a file may grow, and when a migration was written. Runs with lint.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
});
const files = listed
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && existsSync(path.join(root, file)));
const problems = [];

const maxLines = 300;
const featureFile =
  /^(schema|record|domain|queries|commands|actions|jobs|events|keys|[a-z0-9-]+-client)\.ts$/;
const featureFolder = /^(ui|domain|queries|commands|jobs|formats)$/;
const publicParts = /^(queries|commands|schema|record|domain|actions|events|formats|keys)(\/|$)|^ui\/parts\//;
const badFolder = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.)/;

/** Which top folders each top folder may import. */
const mayImport = {
  app: ["features", "components", "server", "lib", "i18n", "messages"],
  worker: ["features", "server", "lib", "scripts"],
  features: ["features", "components", "server", "lib", "i18n", "prisma"],
  components: ["components", "lib", "i18n"],
  server: ["server", "lib", "package.json"],
  lib: ["lib"],
  i18n: ["i18n", "messages"],
};

for (const file of files) {
  const text = readFileSync(path.join(root, file), "utf8");
  const isTest = /\.test\.tsx?$|^(test|e2e|bench)\//.test(file);
  checkName(file);
  const lines = text.split("\n").length;
  if (lines > maxLines && !isTest)
    problems.push(`${file}: ${lines} lines; at most ${maxLines}. Is there a second thing in it?`);
  if (!isTest) for (const target of importsOf(file, text)) checkImport(file, target);
  if (!isTest && file.startsWith("features/") && text.includes("staleVersion"))
    problems.push(`${file}: versions are checked by revise and lockVersion (server/record/revise.ts)`);
}
checkCycles();
checkRegistry();
checkMigrations();

function checkName(file) {
  if (badFolder.test(file))
    problems.push(`${file}: name it for what it holds (no utils, helpers, common, shared)`);
  const [top, noun, part, ...rest] = file.split("/");
  if (top !== "features" || part === undefined || /\.test\.tsx?$/.test(file)) return;
  const inFolder = rest.length > 0;
  if (inFolder ? !featureFolder.test(part) : !featureFile.test(part)) {
    problems.push(
      `${file}: a feature holds schema, record, domain, queries, commands, actions, jobs, events, keys, <thing>-client and ui (${noun})`,
    );
  }
}

/** Paths from the root, without ending, of the project's own files that `file` imports. */
function importsOf(file, text) {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((found) => found[1]);
  return specifiers.flatMap((name) => {
    if (name.startsWith("@/")) return [name.slice(2)];
    if (name.startsWith(".")) return [path.posix.join(path.posix.dirname(file), name)];
    return [];
  });
}

function checkImport(file, target) {
  const from = file.split("/");
  const to = target.split("/");
  const allowed = mayImport[from[0]];
  if (from[0] !== to[0] && allowed && !allowed.includes(to[0]))
    problems.push(`${file}: ${from[0]} must not import ${target}`);
  if (from[0] === "features" && to[0] === "features" && to[1] !== from[1]) {
    const part = to.slice(2).join("/");
    if (from.length > 2 && !publicParts.test(part)) {
      problems.push(
        `${file}: of another feature only its schema, record, domain, queries, commands, actions, events, keys and ui/parts, not ${target}`,
      );
    }
  }
  const rendersOnly = from[0] === "app" || from[0] === "components" || from[2] === "ui";
  if (rendersOnly && target.startsWith("server/db"))
    problems.push(`${file}: screens never see the database (${target})`);
}

function checkCycles() {
  const edges = new Map(files.map((file) => [file, resolveImports(file)]));
  const done = new Set();
  const trail = [];
  const visit = (file) => {
    if (done.has(file)) return;
    const at = trail.indexOf(file);
    if (at >= 0) {
      problems.push(`import cycle: ${[...trail.slice(at), file].join(" → ")}`);
      return;
    }
    trail.push(file);
    for (const next of edges.get(file) ?? []) visit(next);
    trail.pop();
    done.add(file);
  };
  for (const file of files) visit(file);
}

/** A type-only import is gone at run time and makes no cycle. */
function resolveImports(file) {
  const text = readFileSync(path.join(root, file), "utf8").replace(/import type [^;]*;/g, "");
  return importsOf(file, text).flatMap((target) => {
    const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`];
    return candidates.filter((candidate) => files.includes(candidate)).slice(0, 1);
  });
}

/** An operation that operations.ts does not name is in no door and in no sweep. */
function checkRegistry() {
  const registered = readFileSync(path.join(root, "features/operations.ts"), "utf8");
  for (const file of files) {
    if (!/^features\/[^/]+\/(queries|commands)(\/|\.ts$)/.test(file) || file.includes(".test.")) continue;
    const makesOne = /^export const \w+ = (query|command|procedure)\(/m.test(
      readFileSync(path.join(root, file), "utf8"),
    );
    const module = file.replace(/^features\//, "./").replace(/\.ts$/, "");
    if (makesOne && !registered.includes(`"${module}"`))
      problems.push(`${file}: exports an operation; name the module in features/operations.ts`);
  }
}

/** A migration is dated when it was written, in UTC: an invented date would sort it among those of other people. */
function checkMigrations() {
  const firstDay = "20261123";
  const names = readdirSync(path.join(root, "prisma/migrations")).filter((name) => !name.endsWith(".toml"));
  const stamps = names.sort().map((name) => /^(\d{14})_[a-z0-9_]+$/.exec(name)?.[1] ?? "");
  for (const [index, stamp] of stamps.entries()) {
    const place = `prisma/migrations/${names[index]}`;
    if (!isInstant(stamp))
      problems.push(`${place}: begin the name with the time of writing, YYYYMMDDHHMMSS_…`);
    else if (stamp < firstDay) problems.push(`${place}: nothing was written before ${firstDay}`);
    else if (stamp === stamps[index - 1]) problems.push(`${place}: two migrations of the same second`);
  }
}

/** A Date rolls over what no calendar has (hour 50, 31 June): only a real time reads back as it was written. */
function isInstant(stamp) {
  const at = new Date(stamp.replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6Z"));
  return !Number.isNaN(at.getTime()) && at.toISOString().replace(/\D/g, "").startsWith(stamp);
}

if (problems.length > 0) {
  console.error([...new Set(problems)].join("\n"));
  process.exit(1);
}
console.log(`structure: ${files.length} files follow docs/architecture.md`);
