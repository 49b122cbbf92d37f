import type { Tone } from "@/components/status-badge";
import type { FeedState } from "../schema.feeds";

export const feedTones: Record<FeedState, Tone> = {
  active: "positive",
  failing: "negative",
  paused: "neutral",
};
