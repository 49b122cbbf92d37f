import { z } from "zod";
import { jobContext } from "@/server/contexts";
import { db } from "@/server/db/client";
import { sparedHost } from "@/server/documents/fetch-from-site";
import { AppError } from "@/server/errors";
import { log } from "@/server/log";
import { refresh } from "./commands/refresh-feed";

const RefreshJob = z.object({ workspaceId: z.uuid(), feedId: z.uuid() });

/**
 * The handler of the queue feed.refresh. A feed that is not due, was paused or removed meanwhile is left alone, so a job
 * that runs twice does nothing twice. A site that fails is written down with the feed and is no failure of the job.
 */
export async function refreshFeedJob(data: unknown): Promise<void> {
  const { workspaceId, feedId } = RefreshJob.parse(data);
  try {
    const context = await jobContext(workspaceId, "feed reader");
    const result = await refresh(context, feedId, { onlyWhenDue: true });
    log.debug({ workspaceId, feedId, ...result }, "feed read");
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return;
    throw error;
  }
}

const DueFeed = z.object({ workspace_id: z.uuid(), feed_id: z.uuid(), url: z.string() });

/** Within this many seconds a feed is put into the queue once, however often the sweep sees it due. */
const onceWithinSeconds = 60;

/**
 * The jobs of the feeds that are due, those waiting longest first, `most` of them. Asked across workspaces through the one
 * door there is for it: no workspace is known yet. Feeds of one host form a group, of which one runs at a time.
 */
export async function dueFeedJobs(now: Date, most: number) {
  const due = await db().$queryRaw<
    unknown[]
  >`SELECT workspace_id, feed_id, url FROM door_due_feeds(${now}, ${most}::int)`;
  return due.map((row) => {
    const { workspace_id: workspaceId, feed_id: feedId, url } = DueFeed.parse(row);
    const host = sparedHost(url);
    return {
      data: { workspaceId, feedId },
      singletonKey: feedId,
      singletonSeconds: onceWithinSeconds,
      ...(host === null ? {} : { group: { id: host } }),
    };
  });
}
