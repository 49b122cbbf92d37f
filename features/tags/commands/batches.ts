import type { z } from "zod";
import { thesesOf } from "@/features/theses/queries";
import { actorUserId } from "@/server/context";
import { conflict, invalid, notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { BatchDone, TagMany, UndoBatch, UndoneBatch } from "../schema";
import { revertTags } from "./revert-tags";
import { type TagChange, type TagSource, writeTags } from "./write-tags";

/** `label`: what the batch is called in the audit ("MoE releases"). */
export type BatchSource = Omit<TagSource, "batchId"> & { label: string };

/** Puts and removes tags on news as one batch, which `tag.undoBatch` can take back. */
export async function tagAsBatch(
  ctx: CommandContext,
  changes: readonly TagChange[],
  source: BatchSource,
): Promise<{ batchId: string; put: number; removed: number }> {
  const batchId = await openBatch(ctx, source);
  const done = await continueBatch(ctx, batchId, changes, source);
  if (done.put + done.removed > 0)
    ctx.audit({
      entity: "tagBatch",
      entityId: batchId,
      label: source.label,
      changes: { put: [null, done.put], removed: [null, done.removed] },
    });
  return { batchId, ...done };
}

/** The next part of a batch opened before, as a long run writes it; the run has one audit entry for the whole. */
export async function continueBatch(
  ctx: CommandContext,
  batchId: string,
  changes: readonly TagChange[],
  source: Omit<TagSource, "batchId">,
): Promise<{ put: number; removed: number }> {
  const written = await writeTags(ctx, "news", changes, { ...source, batchId });
  const put = written.filter(({ stance }) => stance !== null).length;
  return { put, removed: written.length - put };
}

export async function openBatch(ctx: CommandContext, source: BatchSource): Promise<string> {
  const id = newId();
  await ctx.tx.tagBatch.create({
    data: {
      workspaceId: ctx.workspaceId,
      id,
      origin: source.origin,
      sourceId: source.sourceId ?? null,
      label: source.label.slice(0, 300),
      actorName: ctx.actor.name,
      actorId: actorUserId(ctx.actor),
      createdAt: ctx.now,
    },
  });
  return id;
}

export const tagMany = command({
  name: "news.tagMany",
  summary: "Put theses on many news items, or take them off, as one step that can be taken back",
  allow: "tag:write",
  http: { method: "POST", path: "/news/tags" },
  input: TagMany,
  output: BatchDone,
  run: async (ctx, { ids, put, remove, label = "" }) => {
    const theses = await thesesOf(ctx, [...put.map(({ thesis }) => thesis), ...remove]);
    const removed = new Set(remove.map((ref) => theses(ref).id));
    if (put.some(({ thesis }) => removed.has(theses(thesis).id)))
      throw invalid({ remove: "names a thesis that is also put" });
    const changes = ids.flatMap((subjectId): TagChange[] => [
      ...put.map(({ thesis, ...tag }) => ({ subjectId, thesisId: theses(thesis).id, ...tag })),
      ...[...removed].map((thesisId) => ({ subjectId, thesisId, remove: true as const })),
    ]);
    return tagAsBatch(ctx, changes, { origin: "person", label });
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
    const undone = await revertBatch(ctx, id);
    if (!undone) throw conflict("This step was taken back already.", { key: "alreadyUndone" });
    return undone;
  },
});

/** Takes a batch back, once, and says so in the audit; null when that was done already. NOT_FOUND where there is none. */
export async function revertBatch(
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
  const undone = await revertTags(ctx, id);
  ctx.audit({
    entity: "tagBatch",
    entityId: id,
    label: batch.label,
    changes: { undone: [false, true], removed: [null, undone.removed], restored: [null, undone.restored] },
  });
  return undone;
}
