import { z } from "zod";
import { newsArrived } from "@/features/news/events";
import { newsTaggedMany, tagPut, tagRemoved } from "@/features/tags/events";
import { job } from "@/server/jobs/job";
import { startTraining } from "../commands/train-models";
import { suggestionAnswered } from "../events";

/** What was said since the last training is counted each time; learning itself is rare, and comes again with the next tag. */
export const trainModelsJob = job({
  name: "suggestion.train",
  as: "suggestions",
  on: [tagPut, tagRemoved, newsTaggedMany, suggestionAnswered, newsArrived],
  payload: z.looseObject({}),
  queue: { retryLimit: 1, retryDelay: 60, expireInSeconds: 120 },
  waitsFor: "database",
  run: async (context) => {
    await startTraining(context, { onlyWhenDue: true });
  },
});
