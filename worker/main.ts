import { connectToEmbedded, exitWithMessage } from "@/scripts/boot/environment";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { startWorker } from "./start-worker";

await exitWithMessage(async () => {
  connectToEmbedded();
  const worker = await startWorker({ pollSeconds: env().WORKER_POLL_SECONDS });
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
