import { Prisma } from "@/server/db/client";
import { runStates } from "@/server/jobs/runs/run";
import { record } from "@/server/record/record";
import { runKinds } from "./schema";

/** Long work in the background. */
export const runRecord = record({
  name: "runs",
  table: Prisma.sql`job_run`,
  alias: "r",
  read: "workspace:read",
  fields: {
    kind: { kind: "choice", values: runKinds, sql: (r) => Prisma.sql`${r}.kind`, facet: true },
    state: {
      kind: "choice",
      type: "RunState",
      values: runStates,
      names: "runState",
      sql: (r) => Prisma.sql`${r}.state`,
      facet: true,
    },
    label: { kind: "text", sql: (r) => Prisma.sql`${r}.label` },
    by: {
      kind: "text",
      shown: "startedBy",
      optional: true,
      sql: (r) => Prisma.sql`nullif(${r}.started_by, '')`,
    },
    created: { kind: "instant", shown: "createdAt", sql: (r) => Prisma.sql`${r}.created_at`, sortable: true },
  },
});
