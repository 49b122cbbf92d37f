import { z } from "zod";
import { RecentSignals } from "@/features/trends/schema";
import { Id, Instant, Localized } from "@/lib/schema/shapes";

export const UntaggedItem = z.object({
  id: Id,
  title: z.string(),
  publishedAt: Instant,
  language: z.string(),
  source: z.string().nullable(),
});

/** A stage with all its deals this role may see, tagged or not. `pipeline` is a slug. */
export const StageDeals = z.object({
  id: Id,
  slug: z.string(),
  name: Localized,
  pipeline: z.string(),
  deals: z.number().int(),
});

/** Deals in a stage that carry a thesis or a part of it; one with two theses counts under both. */
export const DealCount = z.object({ stageId: Id, thesis: z.string(), deals: z.number().int() });

/**
 * One entry of the audit, for people: who, what, on what, when. `theses`: slugs of tags that were changed; `to`: the slug
 * of the stage a deal was moved to.
 */
export const Activity = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  actorKind: z.enum(["member", "token", "job", "cli"]),
  operation: z.string(),
  entity: z.string(),
  entityId: Id.nullable(),
  label: z.string(),
  theses: z.array(z.string()),
  to: z.string().nullable(),
});
export type Activity = z.infer<typeof Activity>;

/** A feed whose last check failed. `lastError` is a reason code, `since` when it last worked (or was added). */
/** A feed that fails, or (`failureCount` 0) one that has been silent since `quietAfter`. */
export const FeedInTrouble = z.object({
  id: Id,
  title: z.string(),
  lastError: z.string().nullable(),
  lastErrorDetail: z.string().nullable(),
  failureCount: z.number().int(),
  lastSuccessAt: Instant.nullable(),
  since: Instant,
  quietAfter: Instant.nullable(),
});
export type FeedInTrouble = z.infer<typeof FeedInTrouble>;

export const Overview = z.object({
  signals: RecentSignals,
  /** What waits in the inbox, counted up to 1,000; `untagged` are the ten that came in last. */
  untaggedCount: z.number().int(),
  untagged: z.array(UntaggedItem),
  stages: z.array(StageDeals),
  dealCounts: z.array(DealCount),
  activity: z.array(Activity),
  feeds: z.object({ active: z.number().int(), paused: z.number().int(), trouble: z.array(FeedInTrouble) }),
});
export type Overview = z.infer<typeof Overview>;
