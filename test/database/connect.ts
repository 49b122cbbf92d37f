import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

// Runs in the worker before a test file is loaded: gives it a database of its own and names it in the environment.
// The template is cloned on the file system, which takes well under a tenth of a second.
const serverUrl = inject("serverUrl");
const name = `test_${randomUUID().replaceAll("-", "")}`;

await onServer(`CREATE DATABASE ${name} TEMPLATE throughline_template`);
const url = new URL(serverUrl);
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.NEXTAUTH_SECRET = "a secret that only the tests use, long enough";
process.env.THROUGHLINE_FETCH_ALLOW = "127.0.0.0/8";
process.env.LOG_LEVEL = "silent";

afterAll(async () => {
  const { disconnectDb } = await import("@/server/db/client");
  const { stopSender } = await import("@/server/jobs/queue");
  await stopSender();
  await disconnectDb();
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
