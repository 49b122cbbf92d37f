import { records } from "@/features/records";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { list } from "@/server/record/list";
import type { Alias } from "@/server/record/record";
import { instantSql } from "@/server/sql/time";
import { Run, RunId } from "../schema";

export const listRuns = list(records.runs, {
  name: "run.list",
  summary: "Long work in the background, newest first: imports, rules being applied, trainings",
  path: "/runs",
  row: Run,
  columns,
  sort: "-created",
});

export const getRun = query({
  name: "run.get",
  summary: "One run: how far it is, and what came of it",
  allow: "workspace:read",
  http: { method: "GET", path: "/runs/{id}" },
  input: RunId,
  output: Run,
  run: (ctx, { id }) => runById(ctx, id),
});

export async function runById(ctx: QueryContext, id: string): Promise<Run> {
  const run = await row(
    ctx.tx,
    Run,
    Prisma.sql`SELECT ${columns(Prisma.sql`r`)} FROM job_run AS r
      WHERE r.workspace_id = ${ctx.workspaceId}::uuid AND r.id = ${id}::uuid`,
  );
  if (!run) throw notFound("run");
  return run;
}

function columns(r: Alias): Prisma.Sql {
  return Prisma.sql`
    ${r}.id, ${r}.kind, ${r}.label, ${r}.subject_id AS "subjectId", ${r}.state::text, ${r}.done, ${r}.total,
    ${r}.result, ${r}.error, ${r}.error_key AS "errorKey", ${r}.cancel_requested_at IS NOT NULL AS "cancelRequested",
    ${undoSql(r)} AS undo, nullif(${r}.started_by, '') AS "startedBy",
    ${instantSql(Prisma.sql`${r}.created_at`)} AS "createdAt", ${instantSql(Prisma.sql`${r}.started_at`)} AS "startedAt",
    ${instantSql(Prisma.sql`${r}.updated_at`)} AS "updatedAt",
    ${instantSql(Prisma.sql`${r}.finished_at`)} AS "finishedAt"`;
}

/** A run whose undoing was begun is not undone a second time; one whose undoing failed may be. */
function undoSql(r: Alias): Prisma.Sql {
  return Prisma.sql`
    CASE WHEN ${r}.undo_kind IS NULL OR ${r}.state IN ('queued', 'running') THEN 'none'
         ELSE coalesce((
           SELECT CASE u.state WHEN 'done' THEN 'done' ELSE 'running' END FROM job_run AS u
           WHERE u.workspace_id = ${r}.workspace_id AND u.kind = ${r}.undo_kind AND u.subject_id = ${r}.id
             AND u.state IN ('queued', 'running', 'done') LIMIT 1), 'possible') END`;
}
