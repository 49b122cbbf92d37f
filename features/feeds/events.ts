import { z } from "zod";
import { event } from "@/server/events";

const OneFeed = z.object({ feedId: z.uuid() });

export const feedCreated = event("feed.created", OneFeed);
export const feedResumed = event("feed.resumed", OneFeed);
