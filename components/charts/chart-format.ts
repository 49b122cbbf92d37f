import type { Bucket, ChartPoint, ValueFormat } from "./chart-types";

/** A calendar day has no zone: it is formatted as the UTC day of the same name. */
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** "Mar 4, 2024", "Mar 4 – 10, 2024", "March 2024"; "2024年3月4日至3月10日". */
export function formatPeriod(
  { start, end }: Pick<ChartPoint, "start" | "end">,
  bucket: Bucket,
  locale: string,
): string {
  if (bucket === "month") return format(locale, { year: "numeric", month: "long" }).format(day(start));
  const days = format(locale, { year: "numeric", month: "short", day: "numeric" });
  if (bucket === "day") return days.format(day(start));
  if (!locale.startsWith("zh")) return days.formatRange(day(start), day(end));
  // For Chinese, ICU writes ranges of days as "2024/3/4 – 2024/3/10".
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  const last = sameYear ? format(locale, { month: "short", day: "numeric" }) : days;
  return `${days.format(day(start))}至${last.format(day(end))}`;
}

/** The short form for an axis; the year is told where it begins. */
export function formatTick(start: string, bucket: Bucket, locale: string): string {
  const january = start.slice(5, 7) === "01";
  if (bucket === "month")
    return format(locale, january ? { year: "numeric" } : { month: "short" }).format(day(start));
  const firstWeek = january && Number(start.slice(8)) <= 7;
  const options = { month: "numeric", day: "numeric" } as const;
  return format(locale, firstWeek ? { year: "numeric", ...options } : options).format(day(start));
}

export function formatValue(value: number | null, valueFormat: ValueFormat, locale: string): string {
  if (value === null) return "–";
  if (valueFormat === "count")
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(value);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  formats.set(key, known);
  return known;
}
