"use server";

import { action } from "@/server/action";
import { tagMany, undoBatch } from "./commands/batches";
import { confirmTags } from "./commands/confirm-tags";
import { tagCompany, tagDeal, tagNews, untagCompany, untagDeal, untagNews } from "./commands/tags";

export const tagNewsAction = action(tagNews);
export const untagNewsAction = action(untagNews);
export const tagCompanyAction = action(tagCompany);
export const untagCompanyAction = action(untagCompany);
export const tagDealAction = action(tagDeal);
export const untagDealAction = action(untagDeal);
export const tagManyAction = action(tagMany);
export const undoBatchAction = action(undoBatch);
export const confirmTagsAction = action(confirmTags);
