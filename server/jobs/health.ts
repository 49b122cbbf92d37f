import { sender } from "./queue";

/** What the worker calls itself in the queue's registry of running instances. */
export const workerName = "worker";

/** A worker that was not heard from for three of these counts as dead. */
export const heartbeatSeconds = 5;

/** Does at least one worker run? It says so in the database every few seconds, and takes itself off when it stops. */
export async function workerIsAlive(): Promise<boolean> {
  const instances = await (await sender()).getInstances({ limit: 200 });
  return instances.some(({ name, live }) => name === workerName && live);
}
