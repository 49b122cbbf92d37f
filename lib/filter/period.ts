import { bucketEnd, bucketStart, type Range } from "@/lib/calendar/buckets";
import { addDays, addMonths } from "@/lib/calendar/days";

/**
 * A time as a person says it: a day, month or year (2024-02-16, 2024-02, 2024), one named from today (today, this-week,
 * last-30-days, next-month) or from one to another, both with their last day (2024-01..2024-03).
 */

const units = ["day", "week", "month", "quarter", "year"] as const;
type Unit = (typeof units)[number];

/** A date from 1000 on: PostgreSQL, JavaScript and people agree on those. */
const date = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const calendar = /^(last|this|next)-(week|month|quarter|year)$/;
const counted = /^(last|next)-([1-9]\d{0,2})-(day|week|month|year)s$/;
const days: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 };

/**
 * The days of a period, `to` exclusive; null when it is none. `today`: the day it is in the workspace's zone. A period that
 * ends before it begins (2024..today, asked in 2023) has no days.
 */
export function rangeOf(period: string, today: string): Range | null {
  const [first = "", last, ...more] = period.split("..");
  if (more.length > 0) return null;
  const from = single(first, today);
  if (last === undefined) return from;
  const to = single(last, today);
  if (from === null || to === null) return null;
  return to.to < from.from ? { from: from.from, to: from.from } : { from: from.from, to: to.to };
}

/** Is it one, and not the wrong way round? */
export function isPeriod(text: string): boolean {
  const range = rangeOf(text, "2000-01-01");
  const fixed = text.split("..").every((end) => date.test(end));
  return range !== null && (!fixed || range.from < range.to);
}

function single(name: string, today: string): Range | null {
  const offset = days[name];
  if (offset !== undefined) return { from: addDays(today, offset), to: addDays(today, offset + 1) };
  const [, which, unit] = calendar.exec(name) ?? [];
  if (which !== undefined) return aligned(unitOf(unit), today, { last: -1, this: 0, next: 1 }[which] ?? 0);
  const [, side, count, each] = counted.exec(name) ?? [];
  if (side !== undefined) return running(side, Number(count), unitOf(each), today);
  return written(name);
}

function unitOf(name: string | undefined): Unit {
  return units.find((unit) => unit === name) ?? "day";
}

/** The calendar week, month, quarter or year that holds today, or one before or after it. */
function aligned(unit: Unit, today: string, offset: number): Range {
  const start = startOf(unit, today);
  return { from: moved(start, unit, offset), to: moved(start, unit, offset + 1) };
}

function startOf(unit: Unit, day: string): string {
  if (unit === "day" || unit === "week" || unit === "month") return bucketStart(unit, day);
  const month = unit === "year" ? 1 : Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
}

function moved(day: string, unit: Unit, count: number): string {
  if (unit === "day") return addDays(day, count);
  if (unit === "week") return addDays(day, 7 * count);
  return addMonths(day, count * { month: 1, quarter: 3, year: 12 }[unit]);
}

/** The last so many days, weeks or months up to today, or the next from today on: today is one of them. */
function running(side: string, count: number, unit: Unit, today: string): Range {
  const tomorrow = addDays(today, 1);
  return side === "last"
    ? { from: moved(tomorrow, unit, -count), to: tomorrow }
    : { from: today, to: moved(today, unit, count) };
}

function written(name: string): Range | null {
  const [, year, month, day] = date.exec(name) ?? [];
  if (year === undefined || year === "9999") return null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${Number(year) + 1}-01-01` };
  const from = `${year}-${month}-${day ?? "01"}`;
  const there = new Date(from);
  if (Number.isNaN(there.getTime()) || there.toISOString().slice(0, 10) !== from) return null;
  return { from, to: day === undefined ? bucketEnd("month", from) : addDays(from, 1) };
}

export function isDay(text: string): boolean {
  return text.length === 10 && written(text) !== null;
}

const inChinese: Record<string, string> = {
  昨天: "yesterday",
  今天: "today",
  明天: "tomorrow",
  上周: "last-week",
  本周: "this-week",
  这周: "this-week",
  下周: "next-week",
  上月: "last-month",
  上个月: "last-month",
  本月: "this-month",
  这个月: "this-month",
  下月: "next-month",
  下个月: "next-month",
  上季度: "last-quarter",
  本季度: "this-quarter",
  下季度: "next-quarter",
  去年: "last-year",
  今年: "this-year",
  明年: "next-year",
};
const chineseUnits: Record<string, string> = { 天: "day", 日: "day", 周: "week", 月: "month", 年: "year" };
const chineseSides: Record<string, string> = { 近: "last", 最近: "last", 过去: "last", 未来: "next" };

/** The period a person means, in either language ("近30天", "last 30 days", "2024年2月", "2024/2/16"); null when none. */
export function periodCalled(text: string): string | null {
  const ends = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .split(/\.\.|至/);
  const period = ends.map((end) => oneCalled(end.trim())).join("..");
  return isPeriod(period) ? period : null;
}

function oneCalled(text: string): string {
  const named = inChinese[text];
  if (named !== undefined) return named;
  const [, side = "", count, unit = ""] = /^(近|最近|过去|未来)(\d+)个?(天|日|周|月|年)$/.exec(text) ?? [];
  if (count !== undefined) return `${chineseSides[side]}-${Number(count)}-${chineseUnits[unit]}s`;
  const [, year, month, day] =
    /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(text) ?? [];
  if (year !== undefined)
    return [year, month, day]
      .filter(Boolean)
      .map((part) => part?.padStart(2, "0"))
      .join("-");
  return text.replaceAll(/[\s_]+/g, "-");
}

/** A period as a language writes it. */
export function periodIn(period: string, language: "en" | "zh"): string {
  return language === "en" ? period : period.split("..").map(chinese).join("..");
}

function chinese(name: string): string {
  const [, side, count, unit] = counted.exec(name) ?? [];
  const keyOf = (table: Record<string, string>, wanted: string | undefined) =>
    Object.keys(table).find((key) => table[key] === wanted);
  if (side !== undefined) {
    const counter = unit === "month" ? "个" : "";
    return `${keyOf(chineseSides, side)}${count}${counter}${keyOf(chineseUnits, unit)}`;
  }
  return keyOf(inChinese, name) ?? name;
}
