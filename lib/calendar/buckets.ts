import { addDays, daysBetween } from "./days";

export const buckets = ["day", "week", "month"] as const;
export type Bucket = (typeof buckets)[number];

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

/** Over when the last day counted has passed, and whole when the range does not cut it. */
export function isComplete(
  one: { start: string; end: string },
  range: { from: string; to: string },
  today: string,
): boolean {
  return one.start >= range.from && one.end <= range.to && one.end <= today;
}
