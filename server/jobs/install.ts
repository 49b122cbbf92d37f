import pg from "pg";
import { PgBoss } from "pg-boss";
import { queues } from "./queues";

/** Creates or upgrades the queue's own schema, its queues and subscriptions, and lets the application put jobs in. */
export async function installJobs(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  // An error without a listener would end the process; the calls below reject with the same error.
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const { name, options, events } of queues) {
      if (!(await boss.getQueue(name))) await boss.createQueue(name, options);
      for (const event of events) await boss.subscribe(event, name);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await grantToApplication(databaseUrl);
}

async function grantToApplication(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`
      GRANT USAGE ON SCHEMA pgboss TO throughline_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO throughline_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO throughline_app`);
  } finally {
    await client.end();
  }
}
