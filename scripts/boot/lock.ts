import pg from "pg";

const lockKey = 7_261_002;

/**
 * Takes the database's lock for supervisors and keeps it until this process ends, however it ends. False when another
 * process has it: a lock file could outlive its owner, a session of the database cannot.
 */
export async function onlyOne(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "throughline-supervisor" });
  // The database going away ends the supervisor's children too; this connection has nothing to add.
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS mine", [lockKey]);
  return rows[0]?.mine === true;
}
