import { z } from "zod";
import { AppError } from "@/server/errors";
import { finishRun } from "@/server/jobs/runs/finish-run";
import { openRun, startRun } from "@/server/jobs/runs/start-run";
import { command } from "@/server/operation";
import { procedure } from "@/server/operation/procedure";
import { trainingRun } from "../jobs/train";
import { isTrainingDue } from "../queries/training-due";
import { StartTraining, Trained, TrainingStarted } from "../schema";

const Learned = z.object({ trained: Trained });

export const trainModels = procedure({
  name: "suggestion.train",
  summary: "Learn the models of all active theses anew from what people tagged, accepted and rejected",
  allow: "tag:write",
  http: { method: "POST", path: "/suggestions/train" },
  input: z.object({}).strict(),
  output: Trained,
  run: async (context) => {
    const { runId } = await startTraining(context, {});
    const left = await finishRun(context, trainingRun, runId ?? "");
    const learned = Learned.safeParse(left.result);
    if (learned.success) return learned.data.trained;
    throw new AppError("UNAVAILABLE", left.error ?? "The training was cancelled. Start it again.");
  },
});

export const startTraining = command({
  name: "suggestion.startTraining",
  summary: "Begin to learn the models anew in the background, unless that is being done",
  allow: "tag:write",
  input: StartTraining,
  output: TrainingStarted,
  run: async (ctx, { onlyWhenDue }) => {
    ctx.unaudited();
    const open = await openRun(ctx, trainingRun);
    if (open) return { runId: open };
    if (onlyWhenDue && !(await isTrainingDue(ctx))) return { runId: null };
    return { runId: await startRun(ctx, trainingRun, { label: "", input: {} }) };
  },
});
