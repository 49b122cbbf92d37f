"use server";

import { action } from "@/server/action";
import { joinStory, splitStory } from "./commands/decide";

export const joinStoryAction = action(joinStory);
export const splitStoryAction = action(splitStory);
