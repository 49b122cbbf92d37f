import { instantOfLocal } from "../zones";
import { isWeekday, monthsOf } from "./month-names";
import { type Origin, readZone, type Zone, zoneOfOrigin } from "./zone-names";

/** `timeZone`: the reader's (the workspace's): a day alone is a day there, and a time without zone when the origin tells nothing. */
export type Reading = Origin & { timeZone: string };

/**
 * `day`: the calendar day when no time of day was written; `at` is then its first instant in the reader's zone. `assumedZone`:
 * the zone (IANA) that was taken for a time that names none; null when it was written.
 */
export type WrittenTime = { at: Date; day: string | null; assumedZone: string | null };

/** What `WhenInput` took: an instant, or a whole day of `timeZone`. */
export function whenOf(text: string, timeZone: string): { at: Date; day: string | null } {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
  return { at: new Date((day && instantOfLocal(`${day}T00:00`, timeZone)) ?? text), day };
}

type Clock = { hour: number; minute: number; second: number };
type Day = { year: number; month: number; day: number };

const half = String.raw`([ap]\.?m\.?(?![a-z])|上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|晚间|夜里|深夜|午前|午後|오전|오후)`;
const clock = new RegExp(
  String.raw`(?:${half}\s*)?(?<![\d:])(\d{1,2})\s*(?:[:：時时点點시]\s*(\d{2})?(?:\s*[:：分분]\s*(?:(\d{2})(?:[.,](\d{1,9}))?)?\s*[秒초]?)?)(?:\s*[分분])?(?:\s*${half})?|(?<![\d:])(\d{1,2})\s*([ap]\.?m\.?)(?![a-z])`,
  "iu",
);
const zoneBehind =
  /^\s*\(?((?:GMT|UTC|UT|Z)?\s?[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?|[A-Za-z]{1,5})\)?(?=$|[\s,)(])/;
const afternoon = /^(p|下午|中午|傍晚|晚|夜|深夜|午後|오후)/i;

/**
 * The instant that a text means which somebody wrote as a date: ISO 8601, RFC 822 and its neighbours, month names of eleven
 * languages, 2024年2月15日 下午8点30分, Unix seconds. Null for what the calendar does not have, for a year before 1000, and for a
 * time in a zone that nobody knows.
 */
export function readTime(written: string | null | undefined, reading: Reading): WrittenTime | null {
  // Longer is no date; the bound also keeps the patterns cheap.
  const text = written?.normalize("NFKC").trim().replace(/\s+/g, " ") ?? "";
  if (text === "" || text.length > 100) return null;
  const seconds = /^(\d{10})(?:\.\d+|(\d{3}))?$/.exec(text);
  if (seconds)
    return {
      at: new Date(Number(seconds[1]) * 1000 + Number(seconds[2] ?? 0)),
      day: null,
      assumedZone: null,
    };
  const { rest, time, zone } = takeTime(text.replace(/(\d)[Tt](\d{2}:?\d{2})/, "$1 $2"), reading);
  if (zone === "unknown") return null;
  const day = readDay(rest);
  if (day === null) return null;
  return time === null ? wholeDay(day, reading.timeZone) : instantOf(day, time, zone, reading);
}

function takeTime(
  text: string,
  origin: Origin,
): { rest: string; time: Clock | null; zone: Zone | null | "unknown" } {
  const found = clock.exec(text);
  const compact = found ? null : /(?<=\d{8} ?)(\d{2})(\d{2})(\d{2})?(?=Z|[+-]|$)/.exec(text);
  const match = found ?? compact;
  if (!match) return { rest: text, time: null, zone: null };
  const behind = text.slice(match.index + match[0].length);
  const named = zoneBehind.exec(behind);
  const isWord = named !== null && (isWeekday(named[1] ?? "") || monthsOf(named[1] ?? "").length > 0);
  const zone = named && !isWord ? readZone((named[1] ?? "").replace(/\s/g, ""), origin) : null;
  const left = named && !isWord ? behind.slice(named[0].length) : behind;
  return {
    rest: `${text.slice(0, match.index)} ${left.replace(/\([^)]*\)/g, " ")}`,
    time: found
      ? clockOf(found)
      : { hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3] ?? 0) },
    zone: named && !isWord && zone === null ? "unknown" : zone,
  };
}

function clockOf(found: RegExpExecArray): Clock | null {
  const [, before, hour, minute = "0", second = "0", fraction = "0", after, bareHour, bareHalf] = found;
  const said = before ?? after ?? bareHalf;
  const written = Number(hour ?? bareHour);
  const counted =
    said === undefined || written > 12
      ? written
      : (written % 12) + (afternoon.test(said) || (said === "中午" && written < 3) ? 12 : 0);
  const noon = said === "中午" && written >= 11 ? written : counted;
  return { hour: noon, minute: Number(minute), second: Number(`${second}.${fraction}`) };
}

/** The day in what is left of the text when its time of day is taken out. */
function readDay(text: string): Day | null {
  const plain = text
    .replace(/\([^)]*\)/g, " ")
    .replace(/(?:星期|周|週|礼拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일/gu, " ")
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª)\b/gi, "$1");
  const numbered =
    /^\D*?(\d{4})\s*[-/.年년]\s*(\d{1,2})(?:\s*[-/.月월]\s*(\d{1,2})?\s*[日号號일]?)?[\s,.]*$/u.exec(plain);
  if (numbered) return dayOf(Number(numbered[1]), Number(numbered[2]), Number(numbered[3] ?? 1));
  const basic = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(plain);
  if (basic) return dayOf(Number(basic[1]), Number(basic[2]), Number(basic[3]));
  const yearAlone = /^\s*(\d{4})\s*$/.exec(plain);
  if (yearAlone) return dayOf(Number(yearAlone[1]), 1, 1);
  return dayInWords(plain);
}

/** "Thu, 15 Feb 2024", "February 15, 2024", "sam., 07 févr. 26": a month by name between two numbers. */
function dayInWords(text: string): Day | null {
  const words = [...text.matchAll(/[\p{L}\p{M}]+\.?/gu)].map(([word]) => word);
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits);
  if (numbers.length !== 2) return null;
  const little = new Set([
    "de",
    "del",
    "of",
    "the",
    "at",
    "um",
    "à",
    "a",
    "às",
    "kl",
    "г",
    "on",
    "le",
    "den",
    "di",
  ]);
  const named = words.filter((word) => monthsOf(word).length === 1);
  // A weekday may look like a month in another language ("mar."): the month stands last of the two.
  const month = named.at(-1);
  const others = words.filter(
    (word) => word !== month && !isWeekday(word) && !little.has(word.toLowerCase().replace(".", "")),
  );
  if (month === undefined || others.length > 0) return null;
  const [first = "", second = ""] = numbers;
  const [year, day] = first.length === 4 ? [first, second] : [second, first];
  return dayOf(fullYear(year), monthsOf(month)[0] ?? 0, Number(day));
}

/** Two digits are a year of this century up to 69. "0001" has four: it is the year 1, which no feed means. */
function fullYear(digits: string): number {
  if (digits.length !== 2) return Number(digits);
  return Number(digits) < 70 ? 2000 + Number(digits) : 1900 + Number(digits);
}

function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  return day > new Date(Date.UTC(year, month, 0)).getUTCDate() ? null : { year, month, day };
}

function written({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function wholeDay(day: Day, timeZone: string): WrittenTime | null {
  const at = instantOfLocal(`${written(day)}T00:00`, timeZone);
  return at === null ? null : { at: new Date(at), day: written(day), assumedZone: null };
}

function instantOf(
  day: Day,
  { hour, minute, second }: Clock,
  zone: Zone | "unknown" | null,
  reading: Reading,
): WrittenTime | null {
  if (hour > 24 || minute > 59 || second >= 61 || zone === "unknown") return null;
  const local = Date.UTC(day.year, day.month - 1, day.day, hour, minute, 0, Math.round(second * 1000));
  if (zone && "minutes" in zone)
    return { at: new Date(local - zone.minutes * 60_000), day: null, assumedZone: null };
  const assumed = zone === null ? (zoneOfOrigin(reading) ?? reading.timeZone) : null;
  const at = instantOfLocal(
    new Date(local).toISOString().slice(0, -1),
    assumed ?? (zone && "name" in zone ? zone.name : "UTC"),
  );
  return at === null ? null : { at: new Date(at), day: null, assumedZone: assumed };
}
