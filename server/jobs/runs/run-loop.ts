import { z } from "zod";
import { db } from "@/server/db/client";
import { log } from "@/server/log";
import type { RunKind } from "./run";
import { type RunRef, workRun } from "./work-run";

const pollMs = 1000;
/** After this a run lets others of its kind have a turn. */
const turnMs = 10_000;

const DueRun = z.object({ workspace_id: z.uuid(), run_id: z.uuid(), kind: z.string() });

/**
 * Works on the runs that are due, until stopped: of each kind one at a time, in turns. The table is the queue: a run that
 * nobody holds any more, because its worker died, is simply due again, and goes on at its cursor.
 */
export function startRunLoop(kinds: readonly RunKind[]): { stop(): Promise<void> } {
  const busy = new Map<string, Promise<void>>();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> = Promise.resolve();

  /** In how many milliseconds to look for the next one. */
  const work = async (kind: RunKind, ref: RunRef): Promise<number> => {
    const end = Date.now() + turnMs;
    try {
      const outcome = await workRun(kind, ref, () => !stopped && Date.now() < end);
      return outcome === "held" ? pollMs : 0;
    } catch (error) {
      log.error({ err: error, kind: kind.kind, ...ref }, "a run could not be worked on");
      return pollMs;
    }
  };
  const look = async () => {
    try {
      const idle = kinds.filter(({ kind }) => !busy.has(kind));
      for (const { kind, ...ref } of idle.length === 0 ? [] : await dueRuns(idle)) {
        const working = work(kind, ref).then((ms) => {
          busy.delete(kind.kind);
          lookAfter(ms);
        });
        busy.set(kind.kind, working);
      }
    } catch (error) {
      log.error({ err: error }, "looking for due runs failed");
    }
    lookAfter(pollMs);
  };
  const lookAfter = (ms: number) => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      looking = looking.then(look);
    }, ms);
  };
  lookAfter(0);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(busy.values());
    },
  };
}

/** Asked across workspaces through the one door there is for it: of each kind the run that waited longest. */
async function dueRuns(kinds: readonly RunKind[]): Promise<(RunRef & { kind: RunKind })[]> {
  const names = kinds.map(({ kind }) => kind);
  const found = await db().$queryRaw<unknown[]>`SELECT * FROM door_due_runs(${names}::text[])`;
  return found.flatMap((row) => {
    const { workspace_id: workspaceId, run_id: runId, kind: name } = DueRun.parse(row);
    const kind = kinds.find((one) => one.kind === name);
    return kind ? [{ kind, workspaceId, runId }] : [];
  });
}
