import { z } from "zod";
import { newsArrived, newsChanged } from "@/features/news/events";
import { job, patient } from "@/server/jobs/job";
import { tagItems } from "../commands/tag-by-rules";

/** Items that came in, or say something else than before. */
export const tagItemsJob = job({
  name: "rule.tag",
  as: "rules",
  on: [newsArrived, newsChanged],
  payload: z.object({ ids: z.array(z.uuid()) }),
  queue: patient,
  waitsFor: "database",
  run: async (context, { ids }) => {
    await tagItems(context, { ids });
  },
});
