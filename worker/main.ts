import { setTimeout } from "node:timers/promises";
import { connectToEmbedded, exitWithMessage } from "@/scripts/boot/environment";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { isUnavailable } from "@/server/operation/transaction";
import { startWorker } from "./start-worker";

/** A database that starts or recovers answers within a minute; one that is not there never does. */
const maxTries = 30;

async function onceDatabaseAnswers<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === maxTries || !isUnavailable(error)) throw error;
      if (tries === 1) log.warn({ err: error }, "the database does not answer yet; trying again");
      await setTimeout(2000);
    }
  }
}

await exitWithMessage(async () => {
  connectToEmbedded();
  const worker = await onceDatabaseAnswers(() => startWorker({ pollSeconds: env().WORKER_POLL_SECONDS }));
  log.info({ pollSeconds: env().WORKER_POLL_SECONDS }, "worker is running");
  process.send?.("ready");

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await worker.stop();
    process.exit(0);
  };
  // "disconnect": whoever started us is gone, and we do not outlive them.
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, () => void stop());
});
