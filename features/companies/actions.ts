"use server";

import { action } from "@/server/action";
import { createCompany, updateCompany } from "./commands";

export const createCompanyAction = action(createCompany);
export const updateCompanyAction = action(updateCompany);
