import { z } from "zod";
import { termsVersion } from "@/lib/text/search-terms";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { openRun, startRun } from "@/server/jobs/runs/start-run";
import { command } from "@/server/operation";
import { indexStoredRun, parts } from "./jobs/index-stored";
import { IndexingStarted } from "./schema";

export const startIndexing = command({
  name: "search.indexStored",
  summary: "Index stored texts by the tokenizer of this version, in the background; nothing where they are",
  allow: "workspace:write",
  input: z.object({}).strict(),
  output: IndexingStarted,
  run: async (ctx) => {
    ctx.unaudited();
    const open = await openRun(ctx, indexStoredRun);
    if (open) return { runId: open };
    const { searchVersion } = await ctx.tx.workspace.findUniqueOrThrow({
      where: { id: ctx.workspaceId },
      select: { searchVersion: true },
    });
    if (searchVersion === termsVersion) return { runId: null };
    const counts = parts.map(
      ({
        index,
        past,
      }) => Prisma.sql`SELECT count(*) AS n FROM ${Prisma.raw(`${past ? "history" : "public"}.${index.table}`)}
        WHERE workspace_id = ${ctx.workspaceId}::uuid`,
    );
    const all = await row(
      ctx.tx,
      z.object({ total: z.number().int() }),
      Prisma.sql`SELECT sum(c.n)::int AS total FROM (${Prisma.join(counts, " UNION ALL ")}) AS c`,
    );
    const input = { version: termsVersion };
    return { runId: await startRun(ctx, indexStoredRun, { label: "", input, total: all?.total ?? null }) };
  },
});
