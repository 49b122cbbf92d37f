import { z } from "zod";
import { Id, Uuid } from "@/lib/schema/shapes";

export const FindMentions = z.object({ ids: z.array(Uuid).max(500) }).strict();
export const RenamedCompany = z.object({ id: Uuid }).strict();
export const MentionsFound = z.object({ linked: z.number().int() });
export const LinkCompany = z.object({ id: Uuid, company: Uuid }).strict();

/** `words`: what in the item said so, empty for a link made by hand. `found`: by the machine, and nobody said anything of it yet. */
export const NewsCompany = z.object({
  id: Id,
  name: z.object({ en: z.string().nullable(), zh: z.string().nullable() }),
  words: z.array(z.string()),
  found: z.boolean(),
});
export type NewsCompany = z.infer<typeof NewsCompany>;
/** The companies a news item is about. */
export const NewsCompanies = z.object({ companies: z.array(NewsCompany) });
