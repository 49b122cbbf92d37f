import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import type { CommandContext } from "@/server/operation";
import { newsTaggedMany } from "../events";

const Restored = z.object({ restored: z.number().int() });

/**
 * Reverts a batch: supersedes its tags that still stand and restores the tags it replaced, as those who set them said. What
 * was changed since is left as it is.
 */
export async function revertTags(
  ctx: CommandContext,
  batchId: string,
): Promise<{ restored: number; removed: number }> {
  const removed = await ctx.tx.$executeRaw`
    UPDATE news_tag SET superseded_at = ${ctx.now}, superseded_actor = ${ctx.actor.name},
      superseded_batch_id = ${batchId}::uuid
    WHERE workspace_id = ${ctx.workspaceId}::uuid AND batch_id = ${batchId}::uuid AND superseded_at IS NULL`;
  const found = await row(
    ctx.tx,
    Restored,
    Prisma.sql`
      WITH replaced AS (
        SELECT t.* FROM news_tag AS t
        WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.superseded_batch_id = ${batchId}::uuid
          AND t.batch_id IS DISTINCT FROM ${batchId}::uuid
          AND NOT EXISTS (SELECT 1 FROM news_tag AS later
            WHERE later.workspace_id = t.workspace_id AND later.subject_id = t.subject_id
              AND later.thesis_id = t.thesis_id AND later.id <> t.id
              AND later.batch_id IS DISTINCT FROM ${batchId}::uuid AND later.recorded_at >= t.superseded_at)
          AND NOT EXISTS (SELECT 1 FROM news_tag AS own
            WHERE own.workspace_id = t.workspace_id AND own.subject_id = t.subject_id
              AND own.thesis_id = t.thesis_id AND own.batch_id = ${batchId}::uuid
              AND own.superseded_batch_id IS DISTINCT FROM ${batchId}::uuid)
      ), again AS (
        INSERT INTO news_tag (workspace_id, id, subject_id, thesis_id, stance, strength, note, confidence, origin,
          source_id, actor_name, actor_id, valid_from, published_at)
        SELECT workspace_id, gen_random_uuid(), subject_id, thesis_id, stance, strength, note, confidence, origin,
          source_id, actor_name, actor_id, valid_from, published_at FROM replaced
        RETURNING 1
      )
      SELECT count(*)::int AS restored FROM again`,
  );
  ctx.emit(newsTaggedMany, { batchId });
  return { removed, restored: found?.restored ?? 0 };
}
