import { z } from "zod";
import { db } from "@/server/db/client";
import { sparedHost } from "@/server/documents/fetch-from-site";
import { AppError } from "@/server/errors";
import { job } from "@/server/jobs/job";
import { log } from "@/server/log";
import { refresh } from "./commands/refresh-feed";
import { feedCreated, feedResumed } from "./events";

/**
 * A feed that is not due, was paused or removed meanwhile is left alone, so a job that runs twice does nothing twice. A site
 * that fails is written down with the feed and is no failure of the job.
 */
export const refreshFeedJob = job({
  name: "feed.refresh",
  as: "feed reader",
  on: [feedCreated, feedResumed],
  payload: z.object({ feedId: z.uuid() }),
  due: { when: "poll", find: dueFeeds },
  // A feed's own back-off decides when to try again; the queue only rescues a job whose worker died.
  queue: { retryLimit: 2, retryDelay: 30, expireInSeconds: 120 },
  waitsFor: "sites",
  run: async (context, { feedId }) => {
    try {
      const result = await refresh(context, feedId, { onlyWhenDue: true });
      log.debug({ workspaceId: context.workspaceId, feedId, ...result }, "feed read");
    } catch (error) {
      if (error instanceof AppError && error.code === "NOT_FOUND") return;
      throw error;
    }
  },
});

const DueFeed = z.object({ workspace_id: z.uuid(), feed_id: z.uuid(), url: z.string() });

/** Within this many seconds a feed is put into the queue once, however often the sweep sees it due. */
const onceWithinSeconds = 60;

/** The feeds that are due, those waiting longest first. Feeds of one host form a group, of which one runs at a time. */
async function dueFeeds(now: Date, limit: number) {
  const due = await db().$queryRaw<
    unknown[]
  >`SELECT workspace_id, feed_id, url FROM door_due_feeds(${now}, ${limit}::int)`;
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
