// Prisma's client, the web application ("web"), and the programs that run beside it as single files in dist/ ("programs").
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const parts = process.argv.length > 2 ? process.argv.slice(2) : ["programs", "web"];

run(path.join(root, "scripts/generate.mjs"));
if (parts.includes("web")) run(require.resolve("next/dist/bin/next"), "build");
if (parts.includes("programs")) await bundle();

async function bundle() {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: {
      start: "scripts/boot/start.ts",
      "make-ready": "scripts/boot/make-ready.ts",
      web: "scripts/boot/web.ts",
      migrate: "scripts/boot/migrate.ts",
      worker: "worker/main.ts",
      cli: "scripts/cli/main.ts",
      openapi: "scripts/openapi.ts",
      "migration-diff": "scripts/migration-diff.ts",
      bench: "bench/main.ts",
      "suggestion-figures": "bench/suggestions.ts",
      "inbox-keys": "bench/inbox-keys.ts",
      "kill-runs": "bench/kill-runs.ts",
    },
    outdir: "dist",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    // The first Node 20 that reads JSON modules by their attribute; 20.19 is the oldest we run on.
    target: "node20.19",
    sourcemap: true,
    logLevel: "warning",
  });
}

function run(script, ...args) {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
}
