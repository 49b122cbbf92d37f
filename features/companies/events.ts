import { z } from "zod";
import { event } from "@/server/events";

const OneCompany = z.object({ id: z.uuid() });

export const companyCreated = event("company.created", OneCompany);
export const companyUpdated = event("company.updated", OneCompany);
