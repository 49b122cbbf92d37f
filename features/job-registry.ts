import type { Job } from "@/server/jobs/job";
import type { RunKind } from "@/server/jobs/runs/run";
import * as modules from "./jobs";

function isOf<T extends { type: string }>(type: T["type"]) {
  return (value: unknown): value is T =>
    typeof value === "object" && value !== null && "type" in value && value.type === type;
}

const declared: unknown[] = Object.values<object>(modules).flatMap((module) => Object.values(module));

/** Every job and every kind of run the features declare: the migration makes queues for the jobs, the worker works on both. */
export const jobs: readonly Job[] = declared.filter(isOf<Job>("job"));
export const runKinds: readonly RunKind[] = declared.filter(isOf<RunKind>("run"));
