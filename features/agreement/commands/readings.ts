import type { z } from "zod";
import { thesisOf } from "@/features/theses/queries";
import { personBehind } from "@/features/workspaces/queries";
import { conflict, invalid, notFound } from "@/server/errors";
import { type CommandContext, command } from "@/server/operation";
import { type ReadTag, ReadTask, TaskRead } from "../schema";
import { close } from "./rounds";

/** What the reader says of one item; may be said anew until the round closes, which it does with the last item read. */
export const readTask = command({
  name: "agreement.read",
  summary: "Say what you put on an item you read blind; the round closes with the last one",
  allow: "tag:write",
  http: { method: "PUT", path: "/agreement/tasks/{id}" },
  input: ReadTask,
  output: TaskRead,
  run: async (ctx, { id, tags }) => {
    const person = await personBehind(ctx);
    const task = await ctx.tx.agreementTask.findUnique({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    });
    if (!task || task.readerId !== person?.id) throw notFound("task");
    const { roundId } = task;
    // One reading at a time: two at once could each take the other for the last.
    await ctx.tx.$executeRaw`SELECT 1 FROM agreement_round
      WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${roundId}::uuid FOR UPDATE`;
    const taken = await ctx.tx.agreementTask.updateMany({
      where: { workspaceId: ctx.workspaceId, id, blind: true },
      data: { readAt: ctx.now },
    });
    if (taken.count === 0) throw conflict("This round is closed already.", { key: "agreementClosed" });
    const reading = await withTheses(ctx, tags);
    await ctx.tx.agreementReading.deleteMany({ where: { workspaceId: ctx.workspaceId, taskId: id } });
    await ctx.tx.agreementReading.createMany({
      data: reading.map(({ thesisId, stance, strength }) => ({
        workspaceId: ctx.workspaceId,
        taskId: id,
        thesisId,
        stance,
        strength,
      })),
    });
    const left = await ctx.tx.agreementTask.count({
      where: { workspaceId: ctx.workspaceId, roundId, readAt: null },
    });
    // The reading itself says who read what and when; the audit is read by the others, who must not know it yet.
    ctx.unaudited();
    if (left === 0) await close(ctx, roundId, person.name);
    return { id, roundId, left };
  },
});

type Given = z.output<typeof ReadTask>["tags"];

/** Tags with the ids of their theses. INVALID when one is named twice. */
export async function withTheses(ctx: CommandContext, tags: Given): Promise<ReadTag[]> {
  const found: ReadTag[] = [];
  for (const { thesis, stance, strength } of tags) {
    const { id: thesisId, slug } = await thesisOf(ctx, thesis);
    if (found.some((tag) => tag.thesisId === thesisId)) throw invalid({ tags: `names ${slug} twice` });
    found.push({ thesis: slug, thesisId, stance, strength });
  }
  return found;
}
