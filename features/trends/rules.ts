import type { Bucket } from "./schema";

/** As many lines as a chart tells apart by colour and shape. */
export const mostLines = 8;

type Counted = { buckets: readonly { for: number; against: number; neutral: number }[] };

/** The `most` series that count most over all their buckets, in the order given; the earlier of two that count the same. */
export function mostCovered<T extends Counted>(data: readonly T[], most: number): T[] {
  const total = ({ buckets }: T) =>
    buckets.reduce((sum, one) => sum + one.for + one.against + one.neutral, 0);
  const kept = new Set([...data].sort((a, b) => total(b) - total(a)).slice(0, most));
  return data.filter((one) => kept.has(one));
}

/** Days are calendar days, written YYYY-MM-DD: no zone in them, so arithmetic in UTC is exact. */

const dayMs = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The calendar day it is at `instant` in `timeZone` (IANA). */
export function dayIn(instant: Date, timeZone: string): string {
  // The Swedish locale writes days as ISO 8601 does.
  return instant.toLocaleDateString("sv-SE", { timeZone });
}

/** First day of the bucket that `day` falls into. Weeks start on Monday (ISO 8601). */
export function bucketStart(bucket: Bucket, day: string): string {
  if (bucket === "day") return day;
  if (bucket === "month") return `${day.slice(0, 7)}-01`;
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The day after the last of the bucket that starts on `start`. */
export function bucketEnd(bucket: Bucket, start: string): string {
  if (bucket === "day") return addDays(start, 1);
  if (bucket === "week") return addDays(start, 7);
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

/** `from` inclusive, `to` exclusive. */
export type Range = { from: string; to: string };

/** All whole calendar buckets that touch `[from, to)`, oldest first. */
export function bucketsBetween(bucket: Bucket, from: string, to: string): { start: string; end: string }[] {
  const found: { start: string; end: string }[] = [];
  for (let start = bucketStart(bucket, from); start < to; ) {
    const end = bucketEnd(bucket, start);
    found.push({ start, end });
    start = end;
  }
  return found;
}

/** How many buckets `[from, to)` touches, without listing them. */
export function countBuckets(bucket: Bucket, from: string, to: string): number {
  if (to <= from) return 0;
  const start = bucketStart(bucket, from);
  if (bucket === "day") return daysBetween(start, to);
  if (bucket === "week") return Math.ceil(daysBetween(start, to) / 7);
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(addDays(to, -1)) - months(start) + 1;
}

/** The range meant when one is not given in full: up to today, twelve weeks long. */
export function rangeOf(input: { from?: string | undefined; to?: string | undefined }, today: string): Range {
  const to = input.to ?? addDays(today, 1);
  const from = input.from ?? addDays(bucketStart("week", addDays(to, -1)), -77);
  return { from, to };
}

/** Over when the last day counted has passed, and whole when the range does not cut it. */
export function isComplete(
  one: { start: string; end: string },
  range: { from: string; to: string },
  today: string,
): boolean {
  return one.start >= range.from && one.end <= range.to && one.end <= today;
}

/**
 * What a chart shows when no range is chosen: the last 52 weeks, or, when nothing was published in them, the 52 up to the
 * week of the latest item; `movedTo` is that item's day then. A range given in part is completed to 52 weeks.
 */
export function chartRange(
  asked: { from?: string | undefined; to?: string | undefined },
  last: string | null,
  today: string,
): Range & { movedTo: string | null } {
  if (asked.from !== undefined || asked.to !== undefined) {
    const to = asked.to ?? addDays(today, 1);
    return { from: asked.from ?? addDays(to, -364), to, movedTo: null };
  }
  const usual = weeksUpTo(today, 52);
  if (last === null || last >= usual.from) return { ...usual, movedTo: null };
  return { ...weeksUpTo(last, 52), movedTo: last };
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
