"use server";

import { action } from "@/server/action";
import { createDeal, moveDeal, updateDeal } from "./commands/deals";

export const createDealAction = action(createDeal);
export const updateDealAction = action(updateDeal);
export const moveDealAction = action(moveDeal);
