"use server";

import { action } from "@/server/action";
import { createFeed, updateFeed } from "./commands/feeds";
import { importOpml } from "./commands/opml";
import { previewFeed } from "./commands/preview-feed";
import { refreshFeed } from "./commands/refresh-feed";

export const createFeedAction = action(createFeed);
export const updateFeedAction = action(updateFeed);
export const previewFeedAction = action(previewFeed);
export const refreshFeedAction = action(refreshFeed);
export const importOpmlAction = action(importOpml);
