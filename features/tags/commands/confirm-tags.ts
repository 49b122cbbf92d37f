import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type CommandContext, command } from "@/server/operation";
import { BatchDone, ConfirmTags, Stance } from "../schema";
import { tagAsBatch } from "./batches";

const Proposed = z.object({
  subjectId: z.string(),
  thesisId: z.string(),
  stance: Stance,
  strength: z.number().int(),
  note: z.string().nullable(),
});

export const confirmTags = command({
  name: "news.confirmTags",
  summary: "Confirm what rules tagged: the tags are then a person's. One step, which can be taken back",
  allow: "tag:write",
  http: { method: "POST", path: "/news/tags/confirm" },
  input: ConfirmTags,
  output: BatchDone,
  run: async (ctx, { ids }) => {
    const items = await lockItems(ctx, ids);
    if (items.length === 0) throw notFound("news item");
    return tagAsBatch(ctx, await proposed(ctx, ids), { origin: "person", label: "" });
  },
});

/** Those that are here. Locked before their tags are read, so that what is confirmed is what stands. */
function lockItems(ctx: CommandContext, ids: readonly string[]) {
  return rows(
    ctx.tx,
    z.object({ id: z.string() }),
    Prisma.sql`SELECT i.id FROM news_item AS i
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ANY(${ids}::uuid[]) ORDER BY i.id FOR UPDATE`,
  );
}

/** What rules say of these items and nobody confirmed. */
function proposed(ctx: CommandContext, ids: readonly string[]) {
  return rows(
    ctx.tx,
    Proposed,
    Prisma.sql`
      SELECT t.subject_id AS "subjectId", t.thesis_id AS "thesisId", t.stance::text, t.strength, t.note
      FROM news_tag AS t
      WHERE t.workspace_id = ${ctx.workspaceId}::uuid AND t.subject_id = ANY(${ids}::uuid[])
        AND t.origin = 'rule' AND t.superseded_at IS NULL`,
  );
}
