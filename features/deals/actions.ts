"use server";

import { createCompany } from "@/features/companies/commands";
import { listCompanies } from "@/features/companies/queries";
import { action } from "@/server/action";
import { createDeal, moveDeal, updateDeal } from "./commands";

export const createDealAction = action(createDeal);
export const updateDealAction = action(updateDeal);
export const moveDealAction = action(moveDeal);

/** The company field of the deal's form: search as you type, and a new one by its name. */
export const findCompaniesAction = action(listCompanies);
export const addCompanyAction = action(createCompany);
