import type { Stance } from "../../schema";

/** In the order people read them. Apart from the schema, so that a browser that shows them need not load it. */
export const stanceOrder = ["for", "neutral", "against"] as const satisfies readonly Stance[];
