import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { jobs } from "@/features/job-registry";
import { startEmbedded } from "@/server/db/embedded";
import { migrate } from "@/server/db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

/** The migrated database every worker's own is cloned from. */
export const templateName = "throughline_template";

/** A real PostgreSQL in a folder of its own, migrated once; TEST_DATABASE_URL names a server to use instead. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? null : await ownServer();
  const serverUrl = server?.url ?? String(process.env.TEST_DATABASE_URL);
  await withClient(serverUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${templateName}`);
    await client.query(`CREATE DATABASE ${templateName}`);
  });
  await migrate(databaseUrl(serverUrl, templateName), jobs);
  project.provide("serverUrl", serverUrl);
  return async () => server?.stop();
}

async function ownServer(): Promise<{ url: string; stop(): Promise<void> }> {
  // Below /tmp and open to others: PostgreSQL does not run as root, and its own user must be able to enter.
  const folder = await mkdtemp(path.join(tmpdir(), "throughline-test-"));
  const { chmod } = await import("node:fs/promises");
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(folder);
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
