import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { cutPage, decodeCursor, NewestCursor } from "@/server/record/cursor";
import { instantSql } from "@/server/sql/time";
import { ListRuns, Run, RunId, RunPage } from "../schema";

/** A run whose undoing was begun is not undone a second time; one whose undoing failed may be. */
const undo = Prisma.sql`
  CASE WHEN r.undo_kind IS NULL OR r.state IN ('queued', 'running') THEN 'none'
       ELSE coalesce((
         SELECT CASE u.state WHEN 'done' THEN 'done' ELSE 'running' END FROM job_run AS u
         WHERE u.workspace_id = r.workspace_id AND u.kind = r.undo_kind AND u.subject_id = r.id
           AND u.state IN ('queued', 'running', 'done') LIMIT 1), 'possible') END`;

const columns = Prisma.sql`
  r.id, r.kind, r.label, r.subject_id AS "subjectId", r.state::text, r.done, r.total, r.result, r.error,
  r.error_key AS "errorKey", r.cancel_requested_at IS NOT NULL AS "cancelRequested", ${undo} AS undo,
  nullif(r.started_by, '') AS "startedBy", ${instantSql(Prisma.sql`r.created_at`)} AS "createdAt",
  ${instantSql(Prisma.sql`r.started_at`)} AS "startedAt", ${instantSql(Prisma.sql`r.updated_at`)} AS "updatedAt",
  ${instantSql(Prisma.sql`r.finished_at`)} AS "finishedAt"`;

export const listRuns = query({
  name: "run.list",
  summary: "Long work in the background, newest first: imports, rules being applied, trainings",
  allow: "workspace:read",
  http: { method: "GET", path: "/runs" },
  input: ListRuns,
  output: RunPage,
  run: async (ctx, { kind, state, limit, cursor }) => {
    const after = decodeCursor(cursor, NewestCursor);
    const conditions = [
      Prisma.sql`r.workspace_id = ${ctx.workspaceId}::uuid`,
      ...(kind ? [Prisma.sql`r.kind = ANY (${kind}::text[])`] : []),
      ...(state ? [Prisma.sql`r.state = ANY (${state}::"RunState"[])`] : []),
      ...(after ? [Prisma.sql`(r.created_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
    ];
    const found = await rows(
      ctx.tx,
      Run,
      Prisma.sql`SELECT ${columns} FROM job_run AS r WHERE ${Prisma.join(conditions, " AND ")}
        ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit + 1}::int`,
    );
    return cutPage(found, limit, ({ createdAt, id }) => [createdAt, id]);
  },
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
    Prisma.sql`SELECT ${columns} FROM job_run AS r
      WHERE r.workspace_id = ${ctx.workspaceId}::uuid AND r.id = ${id}::uuid`,
  );
  if (!run) throw notFound("run");
  return run;
}
