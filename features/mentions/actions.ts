"use server";

import { action } from "@/server/action";
import { confirmCompany } from "./commands/mentions";
import { linkCompany, unlinkCompany } from "./commands/news-companies";

export const confirmCompanyAction = action(confirmCompany);
export const linkCompanyAction = action(linkCompany);
export const unlinkCompanyAction = action(unlinkCompany);
