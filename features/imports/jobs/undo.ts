import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { run } from "@/server/jobs/runs/run";
import type { CommandContext } from "@/server/operation";
import { addedItems } from "../queries/touched-items";
import { UndoneImport } from "../schema";

const batchSize = 200;
/** So many of the items left are named; all are counted. */
const maxLeft = 100;

/** Removes what an import added and nobody touched since; about that import. */
export const undoImportRun = run({
  kind: "news.undoImport",
  as: "imports",
  allow: "news:write",
  input: z.object({}),
  cursor: z.object({ id: z.uuid() }),
  result: UndoneImport,
  step: async (ctx, { subjectId, cursor, result, total }) => {
    const imported = subjectId ?? "";
    const items = await addedItems(ctx, imported, { after: cursor?.id ?? null, limit: batchSize });
    const kept = items.flatMap(({ touched, ...item }) => (touched ? [{ ...item, reason: touched }] : []));
    const going = items.filter(({ touched }) => !touched).map(({ id }) => id);
    const all = total ?? (await countAdded(ctx, imported));
    await remove(ctx, imported, going);
    await supersedeTags(ctx, imported, kept);
    const last = items.at(-1);
    return {
      done: items.length,
      total: all,
      cursor: last ? { id: last.id } : cursor,
      result: {
        removed: result.removed + going.length,
        kept: result.kept + kept.length,
        left: [...result.left, ...kept].slice(0, maxLeft),
      },
      goesOn: items.length === batchSize,
    };
  },
  end: async (ctx, { subjectId, label, result: { removed, kept } }) => {
    ctx.audit({
      entity: "newsImport",
      entityId: subjectId ?? "",
      label,
      changes: { removed: [null, removed], kept: [null, kept] },
    });
  },
});

async function countAdded(ctx: CommandContext, runId: string): Promise<number> {
  return ctx.tx.importItem.count({ where: { workspaceId: ctx.workspaceId, runId } });
}

/** The application may not delete news; the database's door does, and only what that import added. */
async function remove(ctx: CommandContext, runId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await row(
    ctx.tx,
    z.object({ removed: z.number().int() }),
    Prisma.sql`SELECT door_remove_imported(${runId}::uuid, ${ids}::uuid[]) AS removed`,
  );
}

/** Of items that stay, the tags that the import itself set. */
async function supersedeTags(
  ctx: CommandContext,
  runId: string,
  kept: readonly { id: string }[],
): Promise<void> {
  await ctx.tx.newsTag.updateMany({
    where: {
      workspaceId: ctx.workspaceId,
      origin: "import",
      sourceId: runId,
      subjectId: { in: kept.map(({ id }) => id) },
      supersededAt: null,
    },
    data: { supersededAt: ctx.now, supersededActor: ctx.actor.name },
  });
}
