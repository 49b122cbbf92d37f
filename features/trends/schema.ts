import { z } from "zod";
import { buckets } from "@/lib/calendar/buckets";
import { Day, listOf, Ref } from "@/lib/schema/shapes";

export const Bucket = z.enum(buckets, { error: "must be day, week or month" });
export type Bucket = z.infer<typeof Bucket>;

export const measures = ["count", "share"] as const;
export const Measure = z.enum(measures, { error: "must be count or share" });
export type Measure = z.infer<typeof Measure>;

/** What is counted: each item, each story however often it was told, or each independent feed or host that told of it. */
export const countings = ["items", "stories", "sources"] as const;
export const Counting = z.enum(countings, { error: "must be items, stories or sources" });
export type Counting = z.infer<typeof Counting>;

/** Beyond these nothing is published, and calendars stop being simple. */
const TrendDay = Day.refine((day) => day >= "1900-01-01" && day < "2200-01-01", {
  error: "must be a day between 1900 and 2199",
});

/** `from` is inclusive, `to` exclusive, both days in the workspace's zone. Without them: the last twelve weeks. */
export const SignalsInput = z
  .object({
    thesis: listOf(Ref).optional(),
    bucket: Bucket.default("week"),
    from: TrendDay.optional(),
    to: TrendDay.optional(),
    measure: Measure.default("count"),
    counting: Counting.default("items"),
  })
  .strict();

/**
 * One bucket of one thesis. `start` is its first day, `end` the day after its last (both of the calendar; only days of the
 * asked range are counted). `value` is `for + against + neutral`, or that divided by `coverage`, all items of the bucket. A
 * source that tells both for and against is one of each, and one of `value`.
 * `complete`: every day of it lies in the range asked for and before today.
 */
export const SignalBucket = z.object({
  start: Day,
  end: Day,
  value: z.number(),
  for: z.number().int(),
  against: z.number().int(),
  neutral: z.number().int(),
  coverage: z.number().int(),
  complete: z.boolean(),
});
export type SignalBucket = z.infer<typeof SignalBucket>;

export const Series = z.object({ thesis: z.string(), thesisId: z.uuid(), buckets: z.array(SignalBucket) });
export type Series = z.infer<typeof Series>;

export const Signals = z.object({
  timeZone: z.string(),
  bucket: Bucket,
  counting: Counting,
  measure: Measure,
  from: Day,
  to: Day,
  data: z.array(Series),
});
export type Signals = z.infer<typeof Signals>;

/**
 * Twelve weeks per thesis: the last twelve, or, when fewer than one in twenty items lie in them, the twelve up to `latestDay`
 * (`past`), by which they were published. `latestDay` is null in an empty workspace.
 */
export const RecentSignals = Signals.extend({ latestDay: Day.nullable(), past: z.boolean() });
export type RecentSignals = z.infer<typeof RecentSignals>;
