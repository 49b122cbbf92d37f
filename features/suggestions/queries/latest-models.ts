import { z } from "zod";
import type { QueryContext } from "@/server/operation";
import { type AdvisorModel, advisorModel, advisorOf, type Classifier } from "../domain/suggest";
import { untrained } from "../domain/training";
import { Measured } from "../schema";

export type LatestModels = { advisor: Classifier; modelIds: ReadonlyMap<string, string> };

/** Trainings never change once written, so what was read of one is kept; those asked longest ago give way. */
const read = new Map<string, LatestModels>();
const maxKept = 20;

/** The newest models of the active theses, ready to be asked; a thesis without one speaks through its keywords. */
export async function latestModels(ctx: QueryContext): Promise<LatestModels> {
  const [trained, theses] = await Promise.all([latestTraining(ctx), activeTheses(ctx)]);
  const learned = (model: AdvisorModel) =>
    model.measured.some(({ state }) => state !== "few") && theses.some(({ id }) => id === model.topic.id);
  const models = trained.advisor.models.filter(learned);
  const untrained = theses.filter(({ id }) => !models.some(({ topic }) => topic.id === id));
  return {
    advisor: { numbers: trained.advisor.numbers, models: [...models, ...untrained.map(keywordsOnly)] },
    modelIds: trained.modelIds,
  };
}

function keywordsOnly(topic: { id: string; keywords: string[] }): AdvisorModel {
  return advisorModel({ topic, ...untrained, measured: [] });
}

function activeTheses(ctx: QueryContext) {
  return ctx.tx.thesis.findMany({
    where: { workspaceId: ctx.workspaceId, status: "active" },
    select: { id: true, keywords: true },
    take: 500,
  });
}

async function latestTraining(ctx: QueryContext): Promise<LatestModels> {
  const training = await ctx.tx.suggestionTraining.findFirst({
    where: { workspaceId: ctx.workspaceId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!training) return { advisor: advisorOf([], []), modelIds: new Map() };
  const known = read.get(training.id);
  const models = known ?? (await readTraining(ctx, training.id));
  read.delete(training.id);
  read.set(training.id, models);
  for (const oldest of read.keys()) {
    if (read.size <= maxKept) break;
    read.delete(oldest);
  }
  return models;
}

const ModelRow = z.object({
  id: z.string(),
  thesisId: z.string(),
  keywords: z.array(z.string()),
  bias: z.number(),
  keyword: z.number(),
  weights: z.instanceof(Uint8Array),
  slope: z.number(),
  intercept: z.number(),
  threshold: z.number(),
  measured: z.array(Measured),
});

async function readTraining(ctx: QueryContext, trainingId: string): Promise<LatestModels> {
  const of = { workspaceId: ctx.workspaceId, trainingId };
  const { vocabulary } = await ctx.tx.suggestionTraining.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: trainingId } },
    select: { vocabulary: true },
  });
  const stored = (await ctx.tx.suggestionModel.findMany({ where: of })).map((row) => ModelRow.parse(row));
  const models = stored.map(
    ({ thesisId, keywords, bias, keyword, weights, slope, intercept, threshold, measured }) =>
      advisorModel({
        topic: { id: thesisId, keywords },
        linear: { bias, keyword, weights: floatsOf(weights) },
        calibration: { slope, intercept },
        threshold,
        measured,
      }),
  );
  return {
    advisor: advisorOf(z.array(z.string()).parse(vocabulary), models),
    modelIds: new Map(stored.map(({ thesisId, id }) => [thesisId, id])),
  };
}

/** Weights as they are stored; see `bytesOf`. A copy, because a buffer from the driver need not begin at a multiple of 4. */
function floatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
