import { z } from "zod";
import { event } from "@/server/events";

const OneTag = z.object({
  subject: z.enum(["news", "company", "deal"]),
  subjectId: z.uuid(),
  thesisId: z.uuid(),
});

export const tagPut = event("tag.put", OneTag);
export const tagRemoved = event("tag.removed", OneTag);
/** A person tagged or untagged many news items in one step. */
export const newsTaggedMany = event("news.taggedMany", z.object({ batchId: z.uuid() }));
