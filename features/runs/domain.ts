import type { RunState } from "@/server/jobs/runs/run";

export function isOver({ state }: { state: RunState }): boolean {
  return state !== "queued" && state !== "running";
}
