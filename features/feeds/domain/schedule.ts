/** When a feed is looked at next. Pure: the caller says what time it is, which feed it is and what the dice showed. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const minInterval = 15 * minute;
export const maxInterval = 6 * hour;
/** A feed is asked once in one of these, so that its turns stay where they are while its rhythm wavers. */
const intervals = [15, 30, 60, 90, 120, 180, 360].map((minutes) => minutes * minute);
const maxBackOff = day;
/** However long a site asks us to stay away, we ask again after this. */
const maxWait = 7 * day;

export type Checked = {
  now: Date;
  /** Which part of an interval the feed's turn comes at, in [0, 1): see `phaseOf`. */
  phase: number;
  /** How often the feed brings something: milliseconds between its latest items, or null when too few are known. */
  rhythm: number | null;
  /** How long the answer may be kept (Cache-Control max-age, the feed's own ttl), in milliseconds. */
  keepFor: number | null;
};

/**
 * After a good answer: about twice per expected item, between every 15 minutes and every 6 hours. An answer that may be
 * kept is kept, up to the longest interval. Each feed has its own turn within the interval, so that thousands which were
 * added, or found overdue, in one minute are spread over all of it the next time; until its first turn a feed waits
 * between three quarters of an interval and one interval more.
 */
export function nextAfterSuccess({ now, phase, rhythm, keepFor }: Checked): Date {
  const wanted = rhythm === null ? hour : rhythm / 2;
  const usual = intervals.findLast((one) => one <= wanted) ?? minInterval;
  const kept = Math.min(keepFor ?? 0, maxInterval);
  // A little more than it is kept: read just after its turn, it must not lose the next one.
  const interval = Math.max(usual, kept * 1.1);
  const earliest = now.getTime() + Math.max(usual * 0.75, kept);
  const turn = Math.ceil(earliest / interval - phase);
  return new Date(Math.ceil((turn + phase) * interval));
}

/** Where a feed's turn is within any interval, told from the random end of its id (a UUID). */
export function phaseOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16) / 2 ** 32;
}

/**
 * After a failure: 15 minutes, 30, 60 … at most a day, for as long as it fails; so it recovers by itself. A site that
 * says when to come back (Retry-After) is believed, up to a week. `failures` counts this one.
 */
export function nextAfterFailure({
  now,
  dice,
  failures,
  retryAfter,
}: {
  now: Date;
  dice: number;
  failures: number;
  retryAfter: number | null;
}): Date {
  const backOff = Math.min(minInterval * 2 ** Math.min(failures - 1, 20), maxBackOff);
  const wait = Math.max(spread(backOff, dice), Math.min(retryAfter ?? 0, maxWait));
  return after(now, wait);
}

/**
 * How often a feed brings something: the median gap between its latest items, or half of its present silence when that is
 * longer. Milliseconds; null when fewer than four items are known.
 */
export function rhythmOf(published: readonly Date[], now: Date): number | null {
  if (published.length < 4) return null;
  const times = published.map((date) => date.getTime()).sort((a, b) => b - a);
  const gaps = times.slice(1).map((time, index) => (times[index] ?? time) - time);
  gaps.sort((a, b) => a - b);
  const silence = now.getTime() - (times[0] ?? now.getTime());
  return Math.max(gaps[Math.floor(gaps.length / 2)] ?? 0, silence / 2);
}

/** Retry-After: seconds or a date. Milliseconds from now, or null. */
export function retryAfterMs(header: string | null | undefined, now: Date): number | null {
  const text = header?.trim();
  if (!text) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

/** Cache-Control's max-age in milliseconds; null when there is none or the answer must not be kept. */
export function maxAgeMs(header: string | null | undefined): number | null {
  if (!header || /\bno-(store|cache)\b/i.test(header)) return null;
  const seconds = /\bmax-age=(\d{1,9})\b/i.exec(header)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

function spread(milliseconds: number, dice: number): number {
  return Math.round(milliseconds * (0.9 + 0.2 * dice));
}

/** Fewer items than these show no rhythm. */
const minForRhythm = 5;
/** Holidays and week-ends silence everyone. */
const minSilence = 7 * day;

/**
 * By when a feed should have brought something: twice its longest pause between the latest items (given newest first), a
 * week at least. Null when it brought too few to say.
 */
export function quietAfter(published: readonly Date[]): Date | null {
  const times = published.map((date) => date.getTime());
  const [newest] = times;
  if (newest === undefined || times.length < minForRhythm) return null;
  const longest = Math.max(...times.slice(1).map((time, at) => (times[at] ?? time) - time));
  return new Date(newest + Math.max(2 * longest, minSilence));
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
