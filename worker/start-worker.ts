import type { Job, JobResult, PgBoss } from "pg-boss";
import { dueFeedJobs, refreshFeedJob } from "@/features/feeds/jobs";
import { findCompanyJob, findMentionsJob } from "@/features/mentions/jobs";
import { placeItemsJob, placeUnplaced } from "@/features/stories/jobs";
import { trainModelsJob } from "@/features/suggestions/jobs";
import { runRuleJob, tagByRulesJob } from "@/features/tag-rules/jobs";
import { disconnectDb } from "@/server/db/client";
import { heartbeatSeconds, workerName } from "@/server/jobs/health";
import { startBoss, stopSender } from "@/server/jobs/queue";
import { log } from "@/server/log";

/** Feeds are read sixteen at a time: most of theirs they wait for a site. */
const sideBySide = { localConcurrency: 4, batchSize: 4 } as const;
/** What works in the database is done one after the other, lest jobs wait for each other's rows; a full batch leads to the next at once. */
const inTurn = { localConcurrency: 1, batchSize: 4 } as const;

/** Feeds put into the queue at once; what is due beyond that comes with the next sweep. */
const maxPerSweep = 500;

/** How long running jobs may take to end; what is cut off is done again after the next start. */
const graceMs = 10_000;

/** Every queue and its handler. */
const handlers: Record<string, (data: unknown) => Promise<void>> = {
  "feed.refresh": refreshFeedJob,
  "story.place": placeItemsJob,
  "mention.find": findMentionsJob,
  "mention.company": findCompanyJob,
  "rule.tag": tagByRulesJob,
  "rule.run": runRuleJob,
  "suggestion.train": trainModelsJob,
};

/** Runs the jobs and looks every `pollSeconds` for feeds that are due, until stopped. */
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
  for (const [queue, handle] of Object.entries(handlers)) {
    await boss.work(
      queue,
      {
        ...(waitsForSites(queue) ? sideBySide : inTurn),
        localGroupConcurrency: 1,
        pollingIntervalSeconds: 1,
        burstWhenBatchFull: true,
        perJobResults: true,
      },
      async (jobs: Job[]) => {
        const doing = (job: Job) => run(queue, handle, job);
        return waitsForSites(queue) ? Promise.all(jobs.map(doing)) : oneByOne(jobs, doing);
      },
    );
  }
  const sweeping = startSweep(boss, pollSeconds);
  let stopped = false;
  const placing = placeUnplaced(() => !stopped).catch((error: unknown) =>
    log.error({ err: error }, "placing items into stories failed"),
  );
  return {
    stop: async () => {
      stopped = true;
      await Promise.all([sweeping.stop(), placing]);
      await boss.stop({ graceful: true, timeout: graceMs });
      await stopSender();
      await disconnectDb();
    },
  };
}

function waitsForSites(queue: string): boolean {
  return queue === "feed.refresh";
}

async function oneByOne(jobs: readonly Job[], doing: (job: Job) => Promise<JobResult>): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const job of jobs) results.push(await doing(job));
  return results;
}

/** One job's failure is its own: the others of its batch are done. */
async function run(queue: string, handle: (data: unknown) => Promise<void>, job: Job): Promise<JobResult> {
  try {
    await handle(job.data);
    return { id: job.id, status: "completed" };
  } catch (error) {
    log.error({ err: error, queue, job: job.id }, "job failed");
    return {
      id: job.id,
      status: "failed",
      output: { message: error instanceof Error ? error.message : String(error) },
    };
  }
}

/** A sweep begins so long after the last one ended: a slow database is not asked ever more often. */
function startSweep(boss: PgBoss, pollSeconds: number): { stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const sweep = async () => {
    try {
      const jobs = await dueFeedJobs(new Date(), maxPerSweep);
      if (jobs.length > 0) await boss.insert("feed.refresh", jobs);
    } catch (error) {
      log.error({ err: error }, "looking for due feeds failed");
    }
    if (!stopped) timer = setTimeout(next, pollSeconds * 1000);
  };
  const next = () => {
    running = sweep();
  };
  let running = sweep();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
