import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "@/server/context";
import { notFound } from "@/server/errors";
import { inTransaction } from "@/server/operation/transaction";
import type { RunKind, RunState } from "./run";
import { workRun } from "./work-run";

const pollMs = 250;

type Left = { state: RunState; result: unknown; error: string | null };

/**
 * Works on a run here and now, for a caller that waits for it, or waits while a worker does. It is left over, unless a step
 * failed and will be tried again later.
 */
export async function finishRun(context: Context, kind: RunKind, runId: string): Promise<Left> {
  for (;;) {
    const outcome = await workRun(kind, { workspaceId: context.workspaceId, runId });
    const { failures, ...left } = await leftOf(context, kind, runId);
    const isOpen = left.state === "queued" || left.state === "running";
    if (outcome !== "held" || !isOpen || failures > 0) return left;
    await pause(pollMs);
  }
}

async function leftOf(context: Context, kind: RunKind, runId: string) {
  const found = await inTransaction(context, "query", kind.kind, {}, (ctx) =>
    ctx.tx.jobRun.findUnique({
      where: { workspaceId_id: { workspaceId: context.workspaceId, id: runId } },
      select: { state: true, failures: true, result: true, error: true },
    }),
  );
  if (!found) throw notFound("run");
  return found;
}
