import { z } from "zod";
import type { Context } from "@/server/context";
import { newId } from "@/server/ids";
import { command } from "@/server/operation";
import { procedure } from "@/server/operation/procedure";
import { type Training, train } from "../domain/training";
import { examplesOf, judgedNews } from "../queries/judged-news";
import { Trained } from "../schema";

export const trainModels = procedure({
  name: "suggestion.train",
  summary: "Learn the models of all active theses anew from what people tagged, accepted and rejected",
  allow: "tag:write",
  http: { method: "POST", path: "/suggestions/train" },
  input: z.object({}).strict(),
  output: Trained,
  run: learn,
});

/** No transaction is open while it learns. */
async function learn(context: Context): Promise<z.infer<typeof Trained>> {
  const { topics, items } = await judgedNews(context, {});
  const training = train(topics, examplesOf(items));
  // Time has passed; what people said meanwhile is for the next training, so the clock of the reading counts.
  return storeTraining(context, { training });
}

export const storeTraining = command({
  name: "suggestion.storeTraining",
  summary: "Keep what was learned as the newest models",
  allow: "tag:write",
  input: z.object({ training: z.custom<Training>() }).strict(),
  output: Trained,
  run: async (ctx, { training }) => {
    // Two trainings at the same time take their numbers one after the other.
    await ctx.tx
      .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('suggestion.train' || ${ctx.workspaceId}, 0))`;
    const last = await ctx.tx.suggestionTraining.findFirst({
      where: { workspaceId: ctx.workspaceId },
      orderBy: { number: "desc" },
      select: { number: true },
    });
    const id = newId();
    const { workspaceId, now: trainedAt } = ctx;
    const number = (last?.number ?? 0) + 1;
    const { examples } = training;
    await ctx.tx.suggestionTraining.create({
      data: {
        workspaceId,
        id,
        number,
        trainedAt,
        actorName: ctx.actor.name,
        examples,
        vocabulary: [...training.vocabulary],
      },
    });
    await ctx.tx.suggestionModel.createMany({
      data: training.models.map(
        ({ topic, linear, calibration, threshold, positives, negatives, measured }) => ({
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
        }),
      ),
    });
    ctx.audit({
      entity: "suggestionTraining",
      entityId: id,
      label: String(number),
      changes: { examples: [null, examples] },
    });
    return { id, number, trainedAt: trainedAt.toISOString(), by: ctx.actor.name, examples };
  },
});

/** Little-endian 32-bit floats, as every machine this runs on keeps them. */
function bytesOf(weights: Float32Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Float32Array.from(weights).buffer);
}
