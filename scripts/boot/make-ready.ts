import { jobs } from "@/features/job-registry";
import { seedDemo } from "@/prisma/seed/demo";
import { migrate } from "@/server/db/migrate";
import { env } from "@/server/env";
import { exitWithMessage } from "./environment";
import { savePassword } from "./first-password";
import { readFirstRules } from "./read-first-rules";

// Run by npm start: migrations and, when asked, the demo of the first run. A process of its own, so that what only they need
// (the schema engine, the demo's records) is not kept in memory for as long as the product runs.

await exitWithMessage(async () => {
  const { DATABASE_URL: databaseUrl } = env();
  const applied = await migrate(databaseUrl, jobs);
  if (applied.length > 0) process.stdout.write(`Database migrated (${applied.join(", ")}).\n`);
  await readFirstRules(databaseUrl);
  if (!process.argv.includes("--demo")) return;
  const account = await seedDemo({ databaseUrl });
  if (account) savePassword(account);
});
// The schema engine leaves a timer of ten seconds behind.
process.exit(0);
