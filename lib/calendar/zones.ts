import { dayMs } from "./days";

/**
 * "2024-02-16T08:05" on the clocks of a zone → the instant, ISO 8601 in UTC; null when it is no such time. A time that the
 * clocks jump over moves on with them, one they show twice is the first, as in Temporal's "compatible".
 */
export function instantOfLocal(local: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local) || Number.isNaN(asUtc)) return null;
  const before = asUtc - offsetAt(asUtc - dayMs, timeZone);
  const after = asUtc - offsetAt(asUtc + dayMs, timeZone);
  const shows = (at: number) => at + offsetAt(at, timeZone) === asUtc;
  return new Date(shows(before) || !shows(after) ? before : after).toISOString();
}

/** An instant as the clocks of a zone show it, in the form of `<input type="datetime-local">`. */
export function localOfInstant(instant: string, timeZone: string): string {
  const at = new Date(instant).getTime();
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}

/** Making one takes a hundred times as long as using it, and an import reads a time in every row. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(new Date(at));
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return shown - Math.floor(at / 1000) * 1000;
}
