"use server";

import { action } from "@/server/action";
import { acceptSuggestion, rejectSuggestion } from "./commands/answers";
import { trainModels } from "./commands/train-models";

export const acceptSuggestionAction = action(acceptSuggestion);
export const rejectSuggestionAction = action(rejectSuggestion);
export const trainModelsAction = action(trainModels);
