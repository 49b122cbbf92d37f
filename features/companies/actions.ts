"use server";

import { action } from "@/server/action";
import { createCompany, updateCompany } from "./commands";
import { listCompanies } from "./queries";

export const createCompanyAction = action(createCompany);
export const updateCompanyAction = action(updateCompany);
export const findCompaniesAction = action(listCompanies);
