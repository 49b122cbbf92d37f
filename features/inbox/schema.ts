import { z } from "zod";
import { NewsItem } from "@/features/news/schema";
import { wholeNumber } from "@/lib/schema/numbers";
import { Day, Id, Instant, Uuid } from "@/lib/schema/shapes";
import { inboxViews } from "./domain/views-of";

export const InboxView = z.enum(inboxViews, { error: `must be one of ${inboxViews.join(", ")}` });
export type InboxView = z.infer<typeof InboxView>;

/** 1,000 at most, for one page of triage. */
export const InboxLimit = wholeNumber(1, 1000).prefault(50);

/** A news item no person tagged, with what became of it meanwhile. `snoozedUntil` in the past: it came back. */
export const InboxItem = NewsItem.extend({
  assignee: z.object({ id: Id, name: z.string() }).nullable(),
  snoozedUntil: Instant.nullable(),
  dismissedAt: Instant.nullable(),
});
export type InboxItem = z.infer<typeof InboxItem>;

/** Each counted up to 1,000. `since`: when one looked last, null before the first time and for tokens. */
export const InboxCounts = z.object({
  new: z.number().int(),
  all: z.number().int(),
  mine: z.number().int(),
  snoozed: z.number().int(),
  dismissed: z.number().int(),
  since: Instant.nullable(),
});
export type InboxCounts = z.infer<typeof InboxCounts>;

/**
 * What shall become of items: fields left out stay. `assignee`: a member's id, null for nobody. `snoozedUntil`: the day of
 * the workspace's zone on which they come back, null for now. Snoozing and dismissing rule each other out.
 */
export const Triage = z
  .object({
    ids: z
      .array(Uuid)
      .min(1, { error: "must name at least one item" })
      .max(1000, { error: "must name at most 1000 items" }),
    assignee: Uuid.nullable().optional(),
    snoozedUntil: Day.nullable().optional(),
    dismissed: z.boolean().optional(),
  })
  .strict()
  .refine((one) => !(one.snoozedUntil && one.dismissed), {
    error: "cannot be given together with dismissed",
    path: ["snoozedUntil"],
  });
export type Triage = z.input<typeof Triage>;
export const Triaged = z.object({ changed: z.number().int() });
export const InboxOpened = z.object({ since: Instant.nullable() });
