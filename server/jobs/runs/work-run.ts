import type { Context } from "@/server/context";
import { contextOf } from "@/server/jobs/job";
import { log } from "@/server/log";
import type { CommandContext } from "@/server/operation";
import { inTransaction } from "@/server/operation/transaction";
import { RunFailure, type RunKind } from "./run";
import { endRun, holdRun, lockRun, releaseRun, saveFailure, saveProgress, takeRun } from "./run-state";

export type RunRef = { workspaceId: string; runId: string };

/**
 * What became of it here: it is over; `failed`, it will be tried again later or is given up; `left`, as told; `held`, it is
 * not there to be taken: another works on it, it waits for its time, or it is over.
 */
export type Outcome = "over" | "failed" | "left" | "held";

/** How often a run says that it is alive while no step does. */
const holdMs = 1500;

/**
 * Takes a run up and works on it, step by step, until it is over or `goesOn` says no. A step is one transaction: what it
 * writes is kept together with how far that brought the run, so nothing is lost or doubled wherever it is cut off.
 */
export async function workRun(
  kind: RunKind,
  { workspaceId, runId }: RunRef,
  goesOn: () => boolean = () => true,
): Promise<Outcome> {
  const context = await contextOf(workspaceId, kind.as);
  if (!context) return "over";
  const inStep: InStep = (work) =>
    inTransaction({ ...context, now: new Date() }, "command", kind.kind, {}, (ctx) => {
      ctx.unaudited();
      return work(ctx);
    });
  if (!(await inStep((ctx) => takeRun(ctx, runId)))) return "held";
  try {
    const step = await prepared(kind, context, () => inStep((ctx) => holdRun(ctx, runId)));
    for (;;) {
      if ((await inStep((ctx) => takeStep(ctx, kind, runId, step))) === "over") return "over";
      if (!goesOn()) break;
    }
    await inStep((ctx) => releaseRun(ctx, runId));
    return "left";
  } catch (error) {
    if (!(error instanceof RunFailure))
      log.error({ err: error, kind: kind.kind, runId }, "a run's step failed");
    await inStep((ctx) => saveFailure(ctx, kind, runId, error));
    return "failed";
  }
}

type InStep = <T>(work: (ctx: CommandContext) => Promise<T>) => Promise<T>;
type Step = Awaited<ReturnType<RunKind["prepare"]>>;

async function prepared(kind: RunKind, context: Context, hold: () => Promise<unknown>): Promise<Step> {
  const timer = setInterval(() => {
    hold().catch((error: unknown) => log.warn({ err: error }, "a run could not be held"));
  }, holdMs);
  try {
    return await kind.prepare(context);
  } finally {
    clearInterval(timer);
  }
}

async function takeStep(
  ctx: CommandContext,
  kind: RunKind,
  runId: string,
  step: Step,
): Promise<"over" | "more"> {
  const run = await lockRun(ctx, runId);
  if (!run) return "over";
  if (run.cancelling) {
    await endRun(ctx, kind, run, "cancelled");
    return "over";
  }
  const { done, cursor, result, total, goesOn } = await step(ctx, run);
  const after = { ...run, done: run.done + done, cursor, result, total: total ?? run.total };
  await saveProgress(ctx, after);
  if (goesOn) return "more";
  await endRun(ctx, kind, after, "done");
  return "over";
}
