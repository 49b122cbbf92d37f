/** Days are calendar days, written YYYY-MM-DD: no zone in them, so arithmetic in UTC is exact. */

export const dayMs = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day so many months later; the last day of a month that is too short for it. */
export function addMonths(day: string, months: number): string {
  const at = new Date(day);
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(at.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** Making one costs more than a hundred uses of it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day it is at `instant` in `timeZone` (IANA). */
export function dayIn(instant: Date, timeZone: string): string {
  // The Swedish locale writes days as ISO 8601 does.
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone });
  dayFormats.set(timeZone, format);
  return format.format(instant);
}

/** Whole days between two instants (ISO 8601), never negative. */
export function daysElapsed(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / dayMs));
}
