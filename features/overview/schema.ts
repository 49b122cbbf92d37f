import { z } from "zod";
import { RecentSignals } from "@/features/trends/schema";
import { Id, Instant, Localized } from "@/server/shapes";

export const UntaggedItem = z.object({
  id: Id,
  title: z.string(),
  publishedAt: Instant,
  source: z.string().nullable(),
});

export const DealCount = z.object({
  stage: z.string(),
  stageName: Localized,
  thesis: z.string(),
  deals: z.number().int(),
});

/** One entry of the audit, for people: who, what, on what, when. */
export const Activity = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  operation: z.string(),
  entity: z.string(),
  entityId: Id.nullable(),
  label: z.string(),
});
export type Activity = z.infer<typeof Activity>;

export const FeedInTrouble = z.object({
  id: Id,
  title: z.string(),
  lastError: z.string().nullable(),
  lastErrorDetail: z.string().nullable(),
  failureCount: z.number().int(),
  lastSuccessAt: Instant.nullable(),
});

export const Overview = z.object({
  signals: RecentSignals,
  /** Counted up to 1,000. */
  untaggedCount: z.number().int(),
  untagged: z.array(UntaggedItem),
  stages: z.array(z.object({ slug: z.string(), name: Localized })),
  dealCounts: z.array(DealCount),
  activity: z.array(Activity),
  feeds: z.object({ active: z.number().int(), paused: z.number().int(), trouble: z.array(FeedInTrouble) }),
});
export type Overview = z.infer<typeof Overview>;
