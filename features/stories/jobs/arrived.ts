import { z } from "zod";
import { newsArrived, newsChanged } from "@/features/news/events";
import { job, patient } from "@/server/jobs/job";
import { placeItems } from "../commands/place";

/** Items that came in, or say something else than before. */
export const placeItemsJob = job({
  name: "story.place",
  as: "stories",
  on: [newsArrived, newsChanged],
  payload: z.object({ ids: z.array(z.uuid()) }),
  queue: { ...patient, expireInSeconds: 120 },
  waitsFor: "database",
  run: async (context, { ids }) => {
    await placeItems(context, { ids });
  },
});
