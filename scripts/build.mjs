// Prisma's client, the web application, and the programs that run beside it as single files in dist/.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "./prepare.mjs";

const require = createRequire(import.meta.url);

run(path.join(root, "scripts/generate.mjs"));
run(require.resolve("next/dist/bin/next"), "build");
const { build } = await import("esbuild");
await build({
  absWorkingDir: root,
  entryPoints: {
    start: "scripts/boot/start.ts",
    web: "scripts/boot/web.ts",
    migrate: "scripts/boot/migrate.ts",
    worker: "worker/main.ts",
    cli: "scripts/cli/main.ts",
    openapi: "scripts/openapi.ts",
    "migration-diff": "scripts/migration-diff.ts",
    bench: "bench/main.ts",
  },
  outdir: "dist",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
});

function run(script, ...args) {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env,
  });
  if (status !== 0) process.exit(status ?? 1);
}
