import { z } from "zod";
import { db } from "@/server/db/client";
import { log } from "@/server/log";
import { version } from "@/server/version";

/** How long the database may take to answer before it counts as not answering, in milliseconds. */
const patience = 3000;

export type Health =
  | { status: "ok"; version: string }
  | { status: "unavailable"; version: string; reason: string };

const Answer = z.tuple([z.object({ workers: z.number().int() })]);

/**
 * Do database and worker answer? The worker is the queue's supervising instance: it writes a heartbeat, and is gone when
 * it stopped or missed three.
 */
export async function health(): Promise<Health> {
  try {
    const [{ workers }] = Answer.parse(await inTime(countWorkers()));
    if (workers > 0) return { status: "ok", version };
    return {
      status: "unavailable",
      version,
      reason: "The worker does not answer: no heartbeat of one lately. Start it with npm run worker.",
    };
  } catch (error) {
    log.warn({ err: error }, "health check");
    return { status: "unavailable", version, reason: "The database does not answer." };
  }
}

function countWorkers(): Promise<unknown> {
  return db().$queryRaw`
    SELECT count(*)::int AS workers FROM pgboss.instance
    WHERE supervise AND stopped_on IS NULL AND heartbeat_on > now() - heartbeat_seconds * 3 * interval '1 second'`;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
