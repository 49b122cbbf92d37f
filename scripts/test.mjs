// npm test: everything, from a bare checkout. `npm test -- unit`, `db` or `e2e` runs a part.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt, ensureInstalled, requireNode, root, say } from "./prepare.mjs";

requireNode();
process.chdir(root);
ensureInstalled({ everything: true });
const require = createRequire(import.meta.url);
const parts = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ["unit", "db", "e2e"];
const reports = mkdtempSync(path.join(tmpdir(), "throughline-reports-"));
const total = { passed: 0, failed: 0 };

runNode(path.join(root, "scripts/generate.mjs"), []);
for (const part of parts) {
  if (part === "unit" || part === "db") vitest(part);
  else if (part === "e2e") playwright();
  else say(`There is no part "${part}": unit, db, e2e.`);
}
rmSync(reports, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function vitest(project) {
  const report = path.join(reports, `${project}.json`);
  const entry = path.join(path.dirname(require.resolve("vitest/package.json")), "vitest.mjs");
  const status = runNode(entry, [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  count(report, status, (result) => ({
    passed: result.numPassedTests,
    // A file that could not even be loaded has no test to count; it is a failure all the same.
    failed:
      result.numFailedTests +
      result.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
        .length,
  }));
}

function playwright() {
  ensureBuilt();
  const report = path.join(reports, "e2e.json");
  const entry = path.join(path.dirname(require.resolve("@playwright/test/package.json")), "cli.js");
  const status = runNode(entry, ["test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  count(report, status, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

/** A runner that failed without naming a failed test (it crashed, or found none) counts as one failure. */
function count(report, status, read) {
  let found = { passed: 0, failed: 0 };
  try {
    found = read(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    say("The test runner left no report.");
  }
  total.passed += found.passed;
  total.failed += found.failed === 0 && status !== 0 ? 1 : found.failed;
}

function runNode(script, args, env = {}) {
  return spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  }).status;
}
