// Holds the tree against the rules of docs/architecture.md: which folder may import which, what a feature's files are
// called, and how long a file may grow. Runs with lint.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

const mostLines = 300;
const featureFile = /^(schema|rules|queries|commands|actions|jobs|[a-z0-9-]+-client)(\.[a-z0-9-]+)*\.ts$/;
const featureFolder = /^(ui|rules|queries|commands|jobs|feed-documents)$/;
const publicParts = /^(queries|commands|schema|rules)(\/|$)/;
const badFolder = /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.)/;

/** Which top folders each top folder may import. */
const mayImport = {
  app: ["features", "components", "server", "i18n", "messages"],
  worker: ["features", "server", "scripts"],
  features: ["features", "components", "server", "i18n", "prisma"],
  components: ["components", "i18n"],
  server: ["server", "package.json"],
  i18n: ["i18n", "messages"],
};

for (const file of files) {
  const text = readFileSync(path.join(root, file), "utf8");
  const isTest = /\.test\.tsx?$|^(test|e2e|bench)\//.test(file);
  checkName(file);
  const lines = text.split("\n").length;
  if (lines > mostLines && !isTest)
    problems.push(`${file}: ${lines} lines; at most ${mostLines}. Is there a second thing in it?`);
  if (!isTest) for (const target of importsOf(file, text)) checkImport(file, target);
}
checkCycles();

function checkName(file) {
  if (badFolder.test(file))
    problems.push(`${file}: name it for what it holds (no utils, helpers, common, lib)`);
  const [top, noun, part, ...rest] = file.split("/");
  if (top !== "features" || part === undefined || /\.test\.tsx?$/.test(file)) return;
  const inFolder = rest.length > 0;
  if (inFolder ? !featureFolder.test(part) : !featureFile.test(part)) {
    problems.push(
      `${file}: a feature holds schema, rules, queries, commands, actions, jobs, <thing>-client and ui (${noun})`,
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
    const sharedTagEditor = to[1] === "tags" && part.startsWith("ui/");
    if (from.length > 2 && !publicParts.test(part) && !sharedTagEditor) {
      problems.push(`${file}: of another feature only queries, commands, schema and rules, not ${target}`);
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

if (problems.length > 0) {
  console.error([...new Set(problems)].join("\n"));
  process.exit(1);
}
console.log(`structure: ${files.length} files follow docs/architecture.md`);
