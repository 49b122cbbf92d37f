import { z } from "zod";
import { runById } from "@/features/runs/queries/runs";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { rowProblems } from "../domain/item-of-row";
import { problemSentence } from "../domain/problem-sentences";
import { Header, ImportCounts, ImportDetail, ImportId, type RowError } from "../schema";

/** So many of the rows set aside are told; all are counted. */
export const maxErrors = 1000;

export const getImport = query({
  name: "import.get",
  summary: "An import: how far it is, what came of it, and which rows were set aside",
  allow: "news:read",
  http: { method: "GET", path: "/imports/{id}" },
  input: ImportId,
  output: ImportDetail,
  run: async (ctx, { id }) => {
    const run = await runById(ctx, id);
    if (run.kind !== "news.import") throw notFound("import");
    const { input } = await ctx.tx.jobRun.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
      select: { input: true },
    });
    return {
      run,
      dryRun: false,
      found: run.total ?? 0,
      ...ImportCounts.parse(run.result),
      ...Header.parse(input),
      errors: await errorsOf(ctx, id),
    };
  },
});

const Problem = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  problem: z.enum(rowProblems),
});

async function errorsOf(ctx: QueryContext, runId: string): Promise<RowError[]> {
  const found = await rows(
    ctx.tx,
    Problem,
    Prisma.sql`SELECT r.row, r."column", r.problem FROM import_row AS r
      WHERE r.workspace_id = ${ctx.workspaceId}::uuid AND r.run_id = ${runId}::uuid AND r.item IS NULL
      ORDER BY r.row LIMIT ${maxErrors}::int`,
  );
  return found.map((error) => ({ ...error, message: problemSentence(error.row, error.problem) }));
}
