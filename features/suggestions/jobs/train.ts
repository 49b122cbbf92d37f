import { z } from "zod";
import { run } from "@/server/jobs/runs/run";
import { saveTraining } from "../commands/save-training";
import { train } from "../domain/training";
import { examplesOf, judgedNews } from "../queries/judged-news";
import { Trained } from "../schema";

const as = "suggestions";

/** Learns the models of all active theses anew. No transaction is open while it learns. */
export const trainingRun = run({
  kind: "suggestion.train",
  as,
  allow: "tag:write",
  input: z.object({}),
  cursor: z.null(),
  result: z.object({ trained: Trained.nullable().default(null) }),
  prepare: async (context) => {
    const { topics, items } = await judgedNews(context, {});
    const training = train(topics, examplesOf(items));
    // What people said meanwhile is for the next training, so the clock of the reading counts.
    return async (ctx, { startedBy }) => {
      const trained = await saveTraining(ctx, training, { at: context.now, by: startedBy || as });
      return {
        done: trained.examples,
        total: trained.examples,
        cursor: null,
        result: { trained },
        goesOn: false,
      };
    };
  },
});
