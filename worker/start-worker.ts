import type { JobResult, PgBoss, Job as QueuedJob } from "pg-boss";
import { jobs, runKinds } from "@/features/job-registry";
import { disconnectDb } from "@/server/db/client";
import { heartbeatSeconds, workerName } from "@/server/jobs/health";
import type { Job } from "@/server/jobs/job";
import { startBoss, stopSender } from "@/server/jobs/queue";
import { startRunLoop } from "@/server/jobs/runs/run-loop";
import { log } from "@/server/log";

/** Feeds are read sixteen at a time: most of theirs they wait for a site. */
const sideBySide = { localConcurrency: 4, batchSize: 4 } as const;
/** What works in the database is done one after the other, lest jobs wait for each other's rows; a full batch leads to the next at once. */
const inTurn = { localConcurrency: 1, batchSize: 4 } as const;

/** So many of what is due are put into a queue at once; what is due beyond that comes with the next sweep. */
const maxPerSweep = 500;

/** How long running jobs may take to end; what is cut off is done again after the next start. */
const graceMs = 10_000;

/** Works on jobs and runs, and looks every `pollSeconds` for what is due, until stopped. */
export async function startWorker({
  pollSeconds,
}: {
  pollSeconds: number;
}): Promise<{ stop(): Promise<void> }> {
  const boss = await startBoss({
    max: 4,
    supervise: true,
    schedule: false,
    instanceName: workerName,
    instanceHeartbeatSeconds: heartbeatSeconds,
  });
  for (const job of jobs) await workOn(boss, job);
  const starting = sweep(boss, "start");
  const sweeping = startSweep(boss, pollSeconds);
  const runs = startRunLoop(runKinds);
  return {
    stop: async () => {
      await Promise.all([starting, sweeping.stop(), runs.stop()]);
      await boss.stop({ graceful: true, timeout: graceMs });
      await stopSender();
      await disconnectDb();
    },
  };
}

async function workOn(boss: PgBoss, job: Job): Promise<void> {
  const waits = job.waitsFor === "sites";
  await boss.work(
    job.name,
    {
      ...(waits ? sideBySide : inTurn),
      localGroupConcurrency: 1,
      pollingIntervalSeconds: 1,
      burstWhenBatchFull: true,
      perJobResults: true,
    },
    async (batch: QueuedJob[]) => {
      const doing = (one: QueuedJob) => handle(job, one);
      return waits ? Promise.all(batch.map(doing)) : oneByOne(batch, doing);
    },
  );
}

async function oneByOne(
  batch: readonly QueuedJob[],
  doing: (one: QueuedJob) => Promise<JobResult>,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const one of batch) results.push(await doing(one));
  return results;
}

/** One job's failure is its own: the others of its batch are done. */
async function handle({ name, handle }: Job, { id, data }: QueuedJob): Promise<JobResult> {
  try {
    await handle(data);
    return { id, status: "completed" };
  } catch (error) {
    log.error({ err: error, queue: name, job: id }, "job failed");
    return {
      id,
      status: "failed",
      output: { message: error instanceof Error ? error.message : String(error) },
    };
  }
}

async function sweep(boss: PgBoss, when: "poll" | "start"): Promise<void> {
  for (const { name, due } of jobs) {
    if (due?.when !== when) continue;
    try {
      const found = await due.find(new Date(), maxPerSweep);
      if (found.length > 0) await boss.insert(name, found);
    } catch (error) {
      log.error({ err: error, queue: name }, "looking for what is due failed");
    }
  }
}

/** A sweep begins so long after the last one ended: a slow database is not asked ever more often. */
function startSweep(boss: PgBoss, pollSeconds: number): { stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const next = () => {
    running = sweep(boss, "poll").then(() => {
      if (!stopped) timer = setTimeout(next, pollSeconds * 1000);
    });
  };
  let running = Promise.resolve();
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
