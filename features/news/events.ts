import { z } from "zod";
import { event } from "@/server/events";

/** Ids in one event: what listens works on many at once, but not on any number. */
export const maxIds = 500;
const Items = z.object({ ids: z.array(z.uuid()).max(maxIds) });

/** Items that came in. */
export const newsArrived = event("news.arrived", Items);
/** Items that say something else than before. */
export const newsChanged = event("news.changed", Items);
