import type { JobInsert, QueueOptions } from "pg-boss";
import { z } from "zod";
import type { Context } from "@/server/context";
import { jobContext } from "@/server/contexts";
import { AppError } from "@/server/errors";
import type { Event } from "@/server/events";

type Queue = Pick<QueueOptions, "retryLimit" | "retryDelay" | "retryBackoff" | "expireInSeconds">;

type Due = {
  /** Every few seconds, or once when a worker starts. */
  when: "poll" | "start";
  /** Asked across workspaces; each one's data carries its `workspaceId`. */
  find(now: Date, limit: number): Promise<JobInsert[]>;
};

type Definition<P extends object> = {
  /** Its queue. */
  name: string;
  /** Who the audit says did it. */
  as: string;
  /** The events that put one into the queue; their payload is the job's. */
  on: readonly Event<P>[];
  payload: z.ZodType<P>;
  /** What is to be done without an event having said so. */
  due?: Due;
  queue: Queue;
  /** What waits for other sites runs side by side; what works in the database, one after the other. */
  waitsFor: "sites" | "database";
  /** May run twice for one event: the second time must change nothing. */
  run(context: Context, payload: P): Promise<void>;
};

/** Background work as the worker sees it. */
export type Job = Omit<Definition<object>, "on" | "payload" | "run"> & {
  readonly type: "job";
  readonly on: readonly Event[];
  handle(data: unknown): Promise<void>;
};

/** For what an import holds up for minutes: it must not be given up. */
export const patient = { retryLimit: 15, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 };

const InWorkspace = z.object({ workspaceId: z.uuid() });

/** Work done in the background, declared by its feature in jobs.ts. One of a workspace that is gone does nothing. */
export function job<P extends object>({ payload, run, ...definition }: Definition<P>): Job {
  return {
    ...definition,
    type: "job",
    handle: async (data) => {
      const { workspaceId } = InWorkspace.parse(data);
      const parsed = payload.parse(data);
      const context = await contextOf(workspaceId, definition.as);
      if (context) await run(context, parsed);
    },
  };
}

/** As `jobContext`; null when the workspace is gone. */
export async function contextOf(workspaceId: string, as: string): Promise<Context | null> {
  try {
    return await jobContext(workspaceId, as);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
