import { z } from "zod";
import { runById } from "@/features/runs/queries/runs";
import { RunStarted } from "@/features/runs/schema";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { conflict } from "@/server/errors";
import { newId } from "@/server/ids";
import { RunFailure } from "@/server/jobs/runs/run";
import { saveFailure } from "@/server/jobs/runs/run-state";
import { startRun } from "@/server/jobs/runs/start-run";
import { type CommandContext, command } from "@/server/operation";
import { importRun } from "../jobs/import";
import { AbandonImport, BeginImport, ImportId, ImportRef, StageRows } from "../schema";

// A file arrives in pieces, each kept at once, so that one of any size is never in memory. The run is there from the first
// on, and is due only when the last has arrived; one whose sender fell silent is taken up, and fails.

/** So long after its last piece a file counts as broken off. */
const patienceMs = 10 * 60_000;

export const beginImport = command({
  name: "import.begin",
  summary: "Make ready for the rows of a file",
  allow: "news:write",
  input: BeginImport,
  output: ImportRef,
  run: async (ctx, { name, ...header }) => {
    ctx.unaudited();
    const id = newId();
    await startRun(ctx, importRun, {
      id,
      subjectId: id,
      label: name,
      input: { ...header, complete: false },
      total: 0,
      dueAt: new Date(ctx.now.getTime() + patienceMs),
    });
    return { id };
  },
});

export const stageRows = command({
  name: "import.stageRows",
  summary: "Keep the next rows of a file until they are stored",
  allow: "news:write",
  input: StageRows,
  output: ImportRef,
  run: async (ctx, { id, rows }) => {
    ctx.unaudited();
    await mustArrive(ctx, id);
    await ctx.tx.$executeRaw`
      INSERT INTO import_row (workspace_id, run_id, row, item, "column", problem)
      SELECT ${ctx.workspaceId}::uuid, ${id}::uuid, g.row, g.item, g."column", g.problem
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g (row int, item jsonb, "column" text, problem text)`;
    await ctx.tx.jobRun.update({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
      data: {
        total: { increment: rows.length },
        updatedAt: ctx.now,
        dueAt: new Date(ctx.now.getTime() + patienceMs),
      },
      select: { id: true },
    });
    return { id };
  },
});

export const submitImport = command({
  name: "import.start",
  summary: "Say that a file has arrived: its rows are stored from now on",
  allow: "news:write",
  input: ImportId,
  output: RunStarted,
  run: async (ctx, { id }) => {
    await mustArrive(ctx, id);
    await ctx.tx.$executeRaw`
      UPDATE job_run SET input = input || '{"complete": true}', due_at = now(), updated_at = ${ctx.now}
      WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${id}::uuid`;
    const run = await runById(ctx, id);
    ctx.audit({ entity: "newsImport", entityId: id, label: run.label, changes: { rows: [null, run.total] } });
    return { run };
  },
});

export const abandonImport = command({
  name: "import.abandon",
  summary: "Say that a file cannot be read to its end: nothing of it is stored",
  allow: "news:write",
  input: AbandonImport,
  output: ImportRef,
  run: async (ctx, { id, reason }) => {
    ctx.unaudited();
    await runById(ctx, id);
    await saveFailure(ctx, importRun, id, new RunFailure(reason));
    return { id };
  },
});

/** Locks the run; CONFLICT once the file is complete, or somebody cancelled the import meanwhile. */
async function mustArrive(ctx: CommandContext, id: string): Promise<void> {
  const arriving = await row(
    ctx.tx,
    z.object({ id: z.string() }),
    Prisma.sql`SELECT id FROM job_run
      WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${id}::uuid AND kind = ${importRun.kind}
        AND state = 'queued' AND cancel_requested_at IS NULL AND input -> 'complete' = 'false' FOR UPDATE`,
  );
  if (arriving) return;
  await runById(ctx, id);
  throw conflict("This import takes no more rows: it was cancelled or has begun.", { key: "importOver" });
}
