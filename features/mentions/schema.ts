import { z } from "zod";
import { Uuid } from "@/lib/schema/shapes";

export const FindMentions = z.object({ ids: z.array(Uuid).max(500) }).strict();
export const RenamedCompany = z.object({ id: Uuid }).strict();
export const MentionsFound = z.object({ linked: z.number().int() });
export const ConfirmCompany = z.object({ id: Uuid, company: Uuid }).strict();
