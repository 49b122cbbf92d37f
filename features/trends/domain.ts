import { type Bucket, bucketEnd, bucketStart, type Range } from "@/lib/calendar/buckets";
import { addDays } from "@/lib/calendar/days";

/** As many lines as a chart tells apart by colour and shape. */
export const maxLines = 8;

type Counted = { buckets: readonly { for: number; against: number; neutral: number }[] };

/** The `most` series that count most over all their buckets, in the order given; the earlier of two that count the same. */
export function mostCovered<T extends Counted>(data: readonly T[], most: number): T[] {
  const total = ({ buckets }: T) =>
    buckets.reduce((sum, one) => sum + one.for + one.against + one.neutral, 0);
  const kept = new Set([...data].sort((a, b) => total(b) - total(a)).slice(0, most));
  return data.filter((one) => kept.has(one));
}

/** The range meant when one is not given in full: up to today, twelve weeks long. */
export function rangeOf(input: { from?: string | undefined; to?: string | undefined }, today: string): Range {
  const to = input.to ?? addDays(today, 1);
  const from = input.from ?? addDays(bucketStart("week", addDays(to, -1)), -77);
  return { from, to };
}

/** The day of the latest item, and the one by which 19 of 20 items had been published. */
type Covered = { last: string | null; bulk: string | null };

/**
 * The last weeks; but where fewer than one in twenty items lie in them, those up to the latest item or, when some are newer, up to
 * where nearly all are: one new item does not empty a chart. `movedTo` is that day then.
 */
export function recentWeeks(
  weeks: number,
  { last, bulk }: Covered,
  today: string,
): Range & { movedTo: string | null } {
  const usual = weeksUpTo(today, weeks);
  const end = last !== null && last < usual.from ? last : bulk;
  if (end === null || end >= usual.from) return { ...usual, movedTo: null };
  return { ...weeksUpTo(end, weeks), movedTo: end };
}

/** What a chart shows when no range is chosen: 52 recent weeks. A range given in part is completed to 52 weeks. */
export function chartRange(
  asked: { from?: string | undefined; to?: string | undefined },
  days: Covered,
  today: string,
): Range & { movedTo: string | null } {
  if (asked.from !== undefined || asked.to !== undefined) {
    const to = asked.to ?? addDays(today, 1);
    return { from: asked.from ?? addDays(to, -364), to, movedTo: null };
  }
  return recentWeeks(52, days, today);
}

/** So many whole weeks, the last of which holds `day`. */
export function weeksUpTo(day: string, weeks: number): Range {
  const monday = bucketStart("week", day);
  return { from: addDays(monday, 7 - weeks * 7), to: addDays(monday, 7) };
}

type OfferedRange = Range & { key: "weeks12" | "weeks52" | "weeks104" | "all"; bucket?: Bucket };

/** Ranges to choose from, up to the week of `until`; all there is comes in months, since it may be long. */
export function offeredRanges(until: string, extent: Range | null): OfferedRange[] {
  const weeks: OfferedRange[] = [
    { key: "weeks12", ...weeksUpTo(until, 12) },
    { key: "weeks52", ...weeksUpTo(until, 52) },
    { key: "weeks104", ...weeksUpTo(until, 104) },
  ];
  if (extent === null) return weeks;
  const from = bucketStart("month", extent.from);
  return [
    ...weeks,
    {
      key: "all",
      from,
      to: bucketEnd("month", bucketStart("month", addDays(extent.to, -1))),
      bucket: "month",
    },
  ];
}
