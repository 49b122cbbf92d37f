import type { z } from "zod";
import { thesisOf } from "@/features/theses/queries";
import { conflict, invalid, notFound } from "@/server/errors";
import { type CommandContext, command } from "@/server/operation";
import { newsTaggedMany } from "../events";
import { BatchDone, TagMany, UndoBatch, UndoneBatch } from "../schema";
import { type NewsTagChange, putNewsTags, undoNewsTags } from "./put-news-tags";

export const tagMany = command({
  name: "news.tagMany",
  summary: "Put theses on many news items, or take them off, as one step that can be taken back",
  allow: "tag:write",
  http: { method: "POST", path: "/news/tags" },
  input: TagMany,
  output: BatchDone,
  run: async (ctx, { ids, put, remove, label }) => {
    const items = [...new Set(ids)];
    const changes: NewsTagChange[] = [];
    for (const { thesis, stance, strength, note } of put) {
      const { id: thesisId } = await thesisOf(ctx, thesis);
      for (const newsId of items) changes.push({ newsId, thesisId, stance, strength, note: note ?? null });
    }
    for (const ref of remove) {
      const { id: thesisId } = await thesisOf(ctx, ref);
      for (const newsId of items) changes.push({ newsId, thesisId, remove: true });
    }
    if (put.some(({ thesis }) => remove.includes(thesis)))
      throw invalid({ remove: "names a thesis that is also put" });
    const done = await putNewsTags(ctx, changes, { origin: "person", label: label ?? "" });
    ctx.emit(newsTaggedMany, { batchId: done.batchId });
    return done;
  },
});

export const undoBatch = command({
  name: "tag.undoBatch",
  summary: "Take back a step of many tags; what was changed since stays",
  allow: "tag:write",
  http: { method: "POST", path: "/tag-batches/{id}/undo" },
  input: UndoBatch,
  output: UndoneBatch,
  run: async (ctx, { id }) => {
    const undone = await takeBack(ctx, id);
    if (!undone) throw conflict("This step was taken back already.", { key: "alreadyUndone" });
    return undone;
  },
});

/** Takes a step back and says so in the audit; null when that was done already. NOT_FOUND where there is none. */
export async function takeBack(
  ctx: CommandContext,
  id: string,
  by = ctx.actor.name,
): Promise<z.infer<typeof UndoneBatch> | null> {
  const batch = await ctx.tx.tagBatch.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
  });
  if (!batch) throw notFound("step");
  const { count } = await ctx.tx.tagBatch.updateMany({
    where: { workspaceId: ctx.workspaceId, id, undoneAt: null },
    data: { undoneAt: ctx.now, undoneBy: by },
  });
  if (count === 0) return null;
  const undone = await undoNewsTags(ctx, id);
  ctx.audit({
    entity: "tagBatch",
    entityId: id,
    label: batch.label,
    changes: { undone: [false, true], removed: [null, undone.removed], restored: [null, undone.restored] },
  });
  return undone;
}
