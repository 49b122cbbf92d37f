// Holds the tree against the rules of docs/architecture.md: which folder may import which, what a feature's files are
// called, how long a file may grow, and when a migration was written. Runs with lint.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { madeTwice } from "./made-once.mjs";

const root = path.resolve(import.meta.dirname, "..");
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
});
const files = listed
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && existsSync(path.join(root, file)));
const problems = [];

const maxLines = 250;
/** Of the lines of the product, tests aside. */
const maxShareOfFeature = 0.12;
const featureFile =
  /^(schema|record|domain|queries|commands|actions|jobs|events|keys|[a-z0-9-]+-client)\.ts$/;
const featureFolder = /^(ui|domain|queries|commands|jobs|formats)$/;
const publicParts = /^(queries|commands|schema|record|domain|actions|events|keys|formats)(\/|$)|^ui\/parts\//;
/** What a feature's domain must not know: it is tested without any of it. */
const impure =
  /^(server\/(db|operation|sql|record|jobs|auth)|components|app)(\/|$)|^features\/[^/]+\/(queries|commands|actions|jobs|ui)(\/|$)/;
/** The menu listens only while it is open. */
const mayListenForKeys = /^components\/(keyboard\/use-keymap|shell\/shell-menu)\.tsx?$/;
const badFolder = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.)/;

/** Which top folders each top folder may import. */
const mayImport = {
  app: ["features", "components", "server", "lib", "i18n", "messages"],
  worker: ["features", "server", "lib", "scripts"],
  features: ["features", "components", "server", "lib", "i18n", "prisma"],
  components: ["components", "lib", "i18n"],
  server: ["server", "lib", "i18n", "package.json"],
  lib: ["lib"],
  i18n: ["i18n", "messages", "lib"],
};

for (const file of files) {
  const text = readFileSync(path.join(root, file), "utf8");
  const isTest = /\.test\.tsx?$|^(test|e2e|bench)\//.test(file);
  checkName(file);
  const lines = text.split("\n").length;
  if (lines > maxLines && !isTest)
    problems.push(`${file}: ${lines} lines; at most ${maxLines}. Is there a second thing in it?`);
  if (!isTest) for (const target of importsOf(file, text)) checkImport(file, target);
  const isScreen = /^(app|components|features)\//.test(file) && !isTest;
  if (isScreen && text.includes('addEventListener("keydown"') && !mayListenForKeys.test(file))
    problems.push(`${file}: keys go through a keymap (components/keyboard), so that the help lists them`);
  if (!isTest) problems.push(...madeTwice(file, text));
}
checkCycles();
checkFeaturePairs();
checkFeatureSizes();
checkRegistries();
checkEvents();
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
    // records.ts connects all records, so that none needs to import another.
    if (from.length > 2 && target !== "features/records" && !publicParts.test(part)) {
      problems.push(
        `${file}: of another feature only its schema, record, domain, queries, commands, actions, events, keys and ui/parts, not ${target}`,
      );
    }
  }
  if (from[0] === "features" && /^domain(\.ts)?$/.test(from[2] ?? "") && impure.test(target))
    problems.push(`${file}: what is in domain is pure; it must not import ${target}`);
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

/** Of two features at most one imports the other, types included: what both need lies below them. */
function checkFeaturePairs() {
  const imports = new Map();
  for (const file of files) {
    const [top, noun, ...rest] = file.split("/");
    if (top !== "features" || rest.length === 0 || file.includes(".test.")) continue;
    for (const target of importsOf(file, readFileSync(path.join(root, file), "utf8"))) {
      // What happened may be heard of from anywhere: an event is the seam between a feature and who listens to it.
      if (/^features\/[^/]+\/events$/.test(target)) continue;
      const [otherTop, other] = target.split("/");
      if (otherTop === "features" && other !== noun) imports.set(`${noun} ${other}`, `${file} → ${target}`);
    }
  }
  for (const [pair, example] of imports) {
    const [one, other] = pair.split(" ");
    const back = imports.get(`${other} ${one}`);
    if (back && one < other) problems.push(`${one} and ${other} import each other: ${example}; ${back}`);
  }
}

/** A feature that grows beyond its share of the product is several features. */
function checkFeatureSizes() {
  const sizes = new Map();
  for (const file of listed.split("\n")) {
    const isProduct = /^(app|components|features|i18n|lib|server|worker)\/.*\.(ts|tsx|css)$/.test(file);
    if (!isProduct || file.includes(".test.") || !existsSync(path.join(root, file))) continue;
    const lines = readFileSync(path.join(root, file), "utf8").split("\n").length;
    const owner = file.startsWith("features/") ? file.split("/")[1] : "";
    sizes.set(owner, (sizes.get(owner) ?? 0) + lines);
  }
  const all = [...sizes.values()].reduce((sum, lines) => sum + lines, 0);
  for (const [noun, lines] of sizes)
    if (noun !== "" && lines > all * maxShareOfFeature)
      problems.push(`features/${noun}: ${lines} of ${all} lines; at most ${maxShareOfFeature * 100} %`);
}

/** A type-only import is gone at run time and makes no cycle. */
function resolveImports(file) {
  const text = readFileSync(path.join(root, file), "utf8").replace(/import type [^;]*;/g, "");
  return importsOf(file, text).flatMap((target) => {
    const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`];
    return candidates.filter((candidate) => files.includes(candidate)).slice(0, 1);
  });
}

/** What the lists do not name is in no door, in no sweep and with no worker. */
function checkRegistries() {
  checkListed("features/operations.ts", "queries|commands", "query|command|procedure");
  checkListed("features/jobs.ts", "jobs", "job|run");
}

function checkListed(list, parts, factories) {
  const listed = readFileSync(path.join(root, list), "utf8");
  const place = new RegExp(`^features/[^/]+/(${parts})(/|\\.ts$)`);
  const declared = new RegExp(`^export const \\w+ = (${factories})\\(`, "m");
  for (const file of files) {
    if (!place.test(file) || file.includes(".test.")) continue;
    const module = file.replace(/^features\//, "./").replace(/\.ts$/, "");
    if (declared.test(readFileSync(path.join(root, file), "utf8")) && !listed.includes(`"${module}"`))
      problems.push(`${file}: exports what ${list} has to name`);
  }
}

/** An event is there because a job listens to it. */
function checkEvents() {
  const jobs = files.filter((file) => /^features\/[^/]+\/jobs(\/|\.ts$)/.test(file));
  const texts = jobs.map((file) => readFileSync(path.join(root, file), "utf8"));
  const heard = texts
    .flatMap((text) => [...text.matchAll(/\bon: \[([^\]]*)\]/g)].map((found) => found[1]))
    .join();
  for (const file of files.filter((one) => /^features\/[^/]+\/events\.ts$/.test(one))) {
    const text = readFileSync(path.join(root, file), "utf8");
    for (const [, name] of text.matchAll(/^export const (\w+) = event\(/gm))
      if (!new RegExp(`\\b${name}\\b`).test(heard)) problems.push(`${file}: no job listens to ${name}`);
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
