import type { Tone } from "@/components/layout/status-badge";
import type { FeedState } from "../schema";

export const feedTones: Record<FeedState, Tone> = {
  active: "positive",
  failing: "negative",
  paused: "neutral",
};

/** Items a week, to the tenth where they are few, out of those of the last 30 days. */
export function perWeek(recentItems: number): number {
  const rate = (recentItems * 7) / 30;
  return rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate);
}
