import type { z } from "zod";
import { newId } from "@/server/ids";
import type { CommandContext } from "@/server/operation";
import type { Training } from "../domain/training";
import type { Trained } from "../schema";

/** Keeps what was learned as the newest models. */
export async function saveTraining(
  ctx: CommandContext,
  { vocabulary, examples, models }: Training,
  { at: trainedAt, by }: { at: Date; by: string },
): Promise<z.infer<typeof Trained>> {
  const { workspaceId } = ctx;
  const last = await ctx.tx.suggestionTraining.findFirst({
    where: { workspaceId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const id = newId();
  const number = (last?.number ?? 0) + 1;
  await ctx.tx.suggestionTraining.create({
    data: { workspaceId, id, number, trainedAt, actorName: by, examples, vocabulary: [...vocabulary] },
  });
  await ctx.tx.suggestionModel.createMany({
    data: models.map(({ topic, linear, calibration, threshold, positives, negatives, measured }) => ({
      workspaceId,
      id: newId(),
      trainingId: id,
      thesisId: topic.id,
      keywords: [...topic.keywords],
      bias: linear.bias,
      keyword: linear.keyword,
      weights: bytesOf(linear.weights),
      ...calibration,
      threshold,
      positives,
      negatives,
      measured,
    })),
  });
  ctx.audit({
    entity: "suggestionTraining",
    entityId: id,
    label: String(number),
    changes: { examples: [null, examples] },
  });
  return { id, number, trainedAt: trainedAt.toISOString(), by, examples };
}

/** Little-endian 32-bit floats, as every machine this runs on keeps them. */
function bytesOf(weights: Float32Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Float32Array.from(weights).buffer);
}
