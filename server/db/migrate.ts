import pg from "pg";
import { installJobs } from "@/server/jobs/install";
import type { Job } from "@/server/jobs/job";
import { migrationList, withSchemaEngine } from "./schema-engine";

/** A migration that could not be applied: the sentence says which, why, and what to do. Nothing tries it again by itself. */
export class MigrationFailed extends Error {}

/** Any number will do as long as it stays the same: the lock under which one process at a time migrates a database. */
const lockKey = 7_261_001;

/**
 * Brings the database up to the migrations on disk, makes the jobs' queues, and refreshes the planner's statistics when
 * anything was applied. `databaseUrl` is the owner's. Returns the names of the migrations applied.
 */
export async function migrate(databaseUrl: string, jobs: readonly Job[]): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  // Losing the connection raises this besides failing the query at hand.
  lock.on("error", () => undefined);
  await lock.connect().catch((error: Error) => {
    throw new MigrationFailed(
      `The database cannot be reached: ${error.message || error.name}. Is it running, and is DATABASE_URL right?`,
    );
  });
  try {
    await refuseOldServer(lock);
    await lock.query("SELECT pg_advisory_lock($1)", [lockKey]);
    const applied = await apply(databaseUrl);
    await installJobs(databaseUrl, jobs);
    // Stale statistics after a migration made other products' dashboards crawl.
    if (applied.length > 0) await lock.query("ANALYZE");
    return applied;
  } finally {
    await lock.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SHOW server_version_num");
  const version = Number(rows[0]?.server_version_num);
  if (version < 150_000)
    throw new MigrationFailed(
      `Throughline needs PostgreSQL 15 or newer; this server is ${Math.floor(version / 10_000)}.`,
    );
}

const filters = { externalTables: [], externalEnums: [] };

async function apply(databaseUrl: string): Promise<string[]> {
  try {
    return await withSchemaEngine(databaseUrl, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationList(),
        filters,
      });
      return appliedMigrationNames;
    });
  } catch (error) {
    throw new MigrationFailed(sentence(error instanceof Error ? error.message : String(error)));
  }
}

/** After its cause was mended, lets a failed migration be tried again. */
export async function markRolledBack(databaseUrl: string, migrationName: string): Promise<void> {
  await withSchemaEngine(databaseUrl, (engine) => engine.markMigrationRolledBack({ migrationName }));
}

/** The engine's own words are several paragraphs with a trace; the complaint and the migration's name are what helps. */
function sentence(message: string): string {
  const said = message
    .split("\n")
    .map((line) => line.trim())
    .filter(
      (line) => line !== "" && !/^\d+: |^at |^with |^(Error: )?external connector|^External error/.test(line),
    );
  const failed = /migration_name="?([\w-]+)|The `([\w-]+)` migration/.exec(message);
  const name = failed?.[1] ?? failed?.[2] ?? "<name>";
  return (
    `The migration ${name} could not be applied, and the database was left as it was before it.\n  ${said.slice(0, 6).join("\n  ")}\n` +
    `Mend the cause, then run: npm run migrate -- --rolled-back ${name}`
  );
}
