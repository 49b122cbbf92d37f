import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { openRun, startRun } from "@/server/jobs/runs/start-run";
import { command } from "@/server/operation";
import { placeStoredRun, unplacedSql } from "../jobs/stored";
import { PlacingStarted } from "../schema";

export const startPlacing = command({
  name: "story.placeStored",
  summary: "Find the stories that stored items tell, in the background; nothing where all are placed already",
  allow: "news:write",
  input: z.object({}).strict(),
  output: PlacingStarted,
  run: async (ctx) => {
    ctx.unaudited();
    const open = await openRun(ctx, placeStoredRun);
    if (open) return { runId: open };
    const unplaced = await row(
      ctx.tx,
      z.object({ count: z.number().int() }),
      Prisma.sql`SELECT count(*)::int AS count FROM news_item AS i
        WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND ${unplacedSql(Prisma.sql`i`)}`,
    );
    const total = unplaced?.count ?? 0;
    return {
      runId: total === 0 ? null : await startRun(ctx, placeStoredRun, { label: "", input: {}, total }),
    };
  },
});
