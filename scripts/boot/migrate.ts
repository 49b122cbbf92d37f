import pg from "pg";
import { jobs } from "@/features/job-registry";
import { startEmbedded } from "@/server/db/embedded";
import { markRolledBack, migrate } from "@/server/db/migrate";
import { connectToEmbedded, dataDir, exitWithMessage } from "./environment";
import { readFirstRules } from "./read-first-rules";

await exitWithMessage(async () => {
  const stop = await startWhenNeeded();
  const url = process.env.DATABASE_URL ?? "";
  const [flag, name] = process.argv.slice(2);
  if (flag === "--rolled-back" && name) await markRolledBack(url, name);
  else if (flag !== undefined) throw new RangeError("Usage: npm run migrate [-- --rolled-back <migration>]");
  const applied = await migrate(url, jobs);
  await readFirstRules(url);
  await stop();
  process.stderr.write(
    applied.length > 0 ? `Applied ${applied.join(", ")}.\n` : "The database is up to date.\n",
  );
});
/** The embedded database, when it is the one meant and does not run: then it is started for this alone. */
async function startWhenNeeded(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL) return async () => undefined;
  connectToEmbedded();
  if (await answers(process.env.DATABASE_URL ?? "")) return async () => undefined;
  const { url, stop } = await startEmbedded(dataDir());
  process.env.DATABASE_URL = url;
  process.once("exit", () => void stop());
  return stop;
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

// The schema engine leaves a timer of ten seconds behind.
process.exit(0);
