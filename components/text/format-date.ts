export type DateStyle = "day" | "time" | "month";

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { year: "numeric", month: "short", day: "numeric" },
  time: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  month: { year: "numeric", month: "long" },
};

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** An instant in the given zone; a calendar day stays the day it names. */
export function formatInstant(value: string, timeZone: string, locale: string, style: DateStyle): string {
  const zone = isDay(value) ? "UTC" : timeZone;
  return new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: zone }).format(new Date(value));
}

const units = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "3 hours ago", "2周后"; null when less than a minute away. */
export function formatRelative(value: string, now: string, locale: string): string | null {
  const seconds = (new Date(value).getTime() - new Date(now).getTime()) / 1000;
  const found = units.find(([, size]) => Math.abs(seconds) >= size);
  if (!found) return null;
  const [unit, size] = found;
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}
