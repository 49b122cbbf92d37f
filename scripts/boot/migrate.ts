import { jobs } from "@/features/job-registry";
import { markRolledBack, migrate } from "@/server/db/migrate";
import { connectToEmbedded, exitWithMessage } from "./environment";

await exitWithMessage(async () => {
  connectToEmbedded();
  const url = process.env.DATABASE_URL ?? "";
  const [flag, name] = process.argv.slice(2);
  if (flag === "--rolled-back" && name) await markRolledBack(url, name);
  else if (flag !== undefined) throw new RangeError("Usage: npm run migrate [-- --rolled-back <migration>]");
  const applied = await migrate(url, jobs);
  process.stderr.write(
    applied.length > 0 ? `Applied ${applied.join(", ")}.\n` : "The database is up to date.\n",
  );
});
// The schema engine leaves a timer of ten seconds behind.
process.exit(0);
