"use server";

import { listCompanies } from "@/features/companies/queries";
import { tagNews, untagNews } from "@/features/tags/commands/tags";
import { action } from "@/server/action";
import { createFeed, updateFeed } from "./commands/feeds";
import { linkCompany, unlinkCompany } from "./commands/news-companies";
import { createNews, updateNews } from "./commands/news-items";
import { importOpml } from "./commands/opml";
import { previewFeed, previewNews } from "./commands/previews";
import { refreshFeed } from "./commands/refresh-feed";

export const createFeedAction = action(createFeed);
export const updateFeedAction = action(updateFeed);
export const previewFeedAction = action(previewFeed);
export const refreshFeedAction = action(refreshFeed);
export const importOpmlAction = action(importOpml);
export const createNewsAction = action(createNews);
export const updateNewsAction = action(updateNews);
export const previewNewsAction = action(previewNews);
export const linkCompanyAction = action(linkCompany);
export const unlinkCompanyAction = action(unlinkCompany);
export const findCompaniesAction = action(listCompanies);
export const tagNewsAction = action(tagNews);
export const untagNewsAction = action(untagNews);
