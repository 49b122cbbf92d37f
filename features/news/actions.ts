"use server";

import { action } from "@/server/action";
import { fetchFullText } from "./commands/full-text";
import { createNews, updateNews } from "./commands/news-items";
import { previewNews } from "./commands/preview-page";
import { getNews } from "./queries/news-item";

export const createNewsAction = action(createNews);
export const updateNewsAction = action(updateNews);
export const previewNewsAction = action(previewNews);
export const getNewsAction = action(getNews);
export const fetchFullTextAction = action(fetchFullText);
