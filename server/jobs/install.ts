import pg from "pg";
import { PgBoss } from "pg-boss";
import type { Job } from "./job";

/** What is over stays for an hour, to be looked at. */
const deleteAfterSeconds = 3600;

/**
 * Creates or upgrades the queue's own schema, a queue for every job with its subscriptions, and lets the application put
 * jobs in. Made by the migration, so that a web process may enqueue before any worker ran.
 */
export async function installJobs(databaseUrl: string, jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  // An error without a listener would end the process; the calls below reject with the same error.
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const { name, queue, on } of jobs) {
      if (!(await boss.getQueue(name))) await boss.createQueue(name, { ...queue, deleteAfterSeconds });
      for (const event of on) await boss.subscribe(event.name, name);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await finish(databaseUrl, jobs);
}

/** Ends what jobs of an earlier version listened to, lest events pile up for nobody; then the grants. */
async function finish(databaseUrl: string, jobs: readonly Job[]): Promise<void> {
  const subscriptions = jobs.flatMap(({ name, on }) => on.map((event) => `${event.name} ${name}`));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("DELETE FROM pgboss.subscription WHERE event || ' ' || name <> ALL ($1::text[])", [
      subscriptions,
    ]);
    await client.query(`
      GRANT USAGE ON SCHEMA pgboss TO throughline_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO throughline_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO throughline_app`);
  } finally {
    await client.end();
  }
}
