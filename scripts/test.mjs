// npm test: everything, from a bare checkout. `npm test -- unit`, `db` or `e2e` runs a part.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { begin, prepare, root, say } from "./prepare.mjs";
import { step } from "./step.mjs";

const runners = { unit: () => vitest("unit"), db: () => vitest("db"), e2e: playwright };
const parts = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(runners);
const unknown = parts.find((part) => !(part in runners));
if (unknown) {
  say(`There is no part "${unknown}" of the tests. There are: ${Object.keys(runners).join(", ")}.`);
  process.exit(2);
}

begin();
await prepare({ everything: true, programs: false, web: false });
const require = createRequire(import.meta.url);
const reports = mkdtempSync(path.join(tmpdir(), "throughline-reports-"));
process.once("exit", () => rmSync(reports, { recursive: true, force: true }));
const total = { passed: 0, failed: 0 };

await runNode(path.join(root, "scripts/generate.mjs"), []);
for (const part of parts) await runners[part]();
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

async function vitest(project) {
  const report = path.join(reports, `${project}.json`);
  const entry = path.join(path.dirname(require.resolve("vitest/package.json")), "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runNode(entry, ["run", "--project", project, ...reporters]);
  count(report, code, ({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    // A file that could not even be loaded has no test to count; it is a failure all the same.
    failed:
      numFailedTests +
      testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length,
  }));
}

async function playwright() {
  await prepare({ everything: true });
  const report = path.join(reports, "e2e.json");
  const entry = path.join(path.dirname(require.resolve("@playwright/test/package.json")), "cli.js");
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await runNode(entry, ["test", "--reporter=list,json"], env);
  count(report, code, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

/** A runner that failed without naming a failed test (it crashed, or found none) counts as one failure. */
function count(report, code, read) {
  let found = { passed: 0, failed: 0 };
  try {
    found = read(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    say("The test runner left no report.");
  }
  total.passed += found.passed;
  total.failed += found.failed === 0 && code !== 0 ? 1 : found.failed;
}

function runNode(script, args, env = {}) {
  return step(process.execPath, [script, ...args], { cwd: root, env: { ...process.env, ...env } });
}
