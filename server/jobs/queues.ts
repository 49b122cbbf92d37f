import type { QueueOptions } from "pg-boss";

type QueueDefinition = { name: string; options: Omit<QueueOptions, "name">; events: string[] };

/**
 * Every queue there is, and the events that put a job into it. Handlers are registered in worker/main.ts; the queues are
 * made by the migration, so that a web process may enqueue before any worker ran.
 */
export const queues: QueueDefinition[] = [
  {
    name: "feed.refresh",
    // A feed's own back-off decides when to try again; the queue only rescues a job whose worker died.
    options: { retryLimit: 2, retryDelay: 30, expireInSeconds: 120, deleteAfterSeconds: 3600 },
    events: ["feed.created", "feed.resumed", "feed.due"],
  },
  {
    name: "story.place",
    options: {
      // A long import holds the database up for minutes; what waits for it must not be given up.
      retryLimit: 15,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 120,
      deleteAfterSeconds: 3600,
    },
    events: ["news.arrived", "news.changed"],
  },
  {
    name: "rule.tag",
    options: {
      // A long import holds the database up for minutes; what waits for it must not be given up.
      retryLimit: 15,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 300,
      deleteAfterSeconds: 3600,
    },
    events: ["news.arrived", "news.changed"],
  },
  {
    name: "mention.find",
    options: {
      // A long import holds the database up for minutes; what waits for it must not be given up.
      retryLimit: 15,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 300,
      deleteAfterSeconds: 3600,
    },
    events: ["news.arrived", "news.changed"],
  },
  {
    name: "mention.company",
    options: {
      retryLimit: 3,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 300,
      deleteAfterSeconds: 3600,
    },
    events: ["company.created", "company.updated"],
  },
  {
    name: "rule.run",
    // A run goes on where it was cut off.
    options: { retryLimit: 5, retryDelay: 5, expireInSeconds: 3600, deleteAfterSeconds: 3600 },
    events: ["rule.applied"],
  },
  {
    name: "suggestion.train",
    // What was said since the last training is counted each time; learning itself is rare, and comes again with the next tag.
    options: { retryLimit: 1, retryDelay: 60, expireInSeconds: 600, deleteAfterSeconds: 3600 },
    events: ["tag.put", "tag.removed", "news.taggedMany", "suggestion.answered", "news.arrived"],
  },
];
