import { type ConstructorOptions, fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "@/server/db/client";
import { env } from "@/server/env";
import { log } from "@/server/log";

type Holder = { throughlineBoss?: Promise<PgBoss> };
const holder: Holder = globalThis as Holder;

/** This process' sender: no supervision, no schedules, no schema work; those are the worker's and the migration's. */
export function sender(): Promise<PgBoss> {
  holder.throughlineBoss ??= startBoss({ max: 2, supervise: false, schedule: false });
  return holder.throughlineBoss;
}

type BossOptions = Pick<ConstructorOptions, "instanceName" | "instanceHeartbeatSeconds"> & {
  max: number;
  supervise: boolean;
  schedule: boolean;
};

export async function startBoss(options: BossOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    migrate: false,
    application_name: "throughline-jobs",
    ...options,
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  return boss.start();
}

/** Puts an event into the queues that subscribed to it, in the caller's transaction: it is there if and only if that commits. */
export async function publish(tx: Tx, event: string, payload: object): Promise<void> {
  await (await sender()).publish(event, payload, { db: fromPrisma(tx) });
}

export async function stopSender(): Promise<void> {
  const boss = await holder.throughlineBoss;
  holder.throughlineBoss = undefined;
  await boss?.stop({ graceful: false });
}
