import { z } from "zod";
import { event } from "@/server/events";

/** Somebody accepted or rejected a suggestion. */
export const suggestionAnswered = event("suggestion.answered", z.object({}));
