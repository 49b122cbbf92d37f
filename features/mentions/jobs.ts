import { z } from "zod";
import { companyCreated, companyUpdated } from "@/features/companies/events";
import { newsArrived, newsChanged } from "@/features/news/events";
import { job, patient } from "@/server/jobs/job";
import { findMentions, findMentionsOf } from "./commands/mentions";

const as = "companies in news";

export const findMentionsJob = job({
  name: "mention.find",
  as,
  on: [newsArrived, newsChanged],
  payload: z.object({ ids: z.array(z.uuid()) }),
  queue: patient,
  waitsFor: "database",
  run: async (context, { ids }) => {
    await findMentions(context, { ids });
  },
});

/** A company that is new or goes by another name. */
export const findCompanyJob = job({
  name: "mention.company",
  as,
  on: [companyCreated, companyUpdated],
  payload: z.object({ id: z.uuid() }),
  queue: { ...patient, retryLimit: 3 },
  waitsFor: "database",
  run: async (context, { id }) => {
    await findMentionsOf(context, { id });
  },
});
