import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/calendar/days";
import { isPeriod, periodCalled, periodIn, rangeOf } from "./period";

// A Friday.
const today = "2024-02-16";

describe("a period", () => {
  it.each([
    ["today", "2024-02-16", "2024-02-17"],
    ["yesterday", "2024-02-15", "2024-02-16"],
    ["tomorrow", "2024-02-17", "2024-02-18"],
    ["this-week", "2024-02-12", "2024-02-19"],
    ["last-week", "2024-02-05", "2024-02-12"],
    ["this-month", "2024-02-01", "2024-03-01"],
    ["last-month", "2024-01-01", "2024-02-01"],
    ["this-quarter", "2024-01-01", "2024-04-01"],
    ["last-quarter", "2023-10-01", "2024-01-01"],
    ["next-quarter", "2024-04-01", "2024-07-01"],
    ["this-year", "2024-01-01", "2025-01-01"],
    ["last-1-days", "2024-02-16", "2024-02-17"],
    ["last-30-days", "2024-01-18", "2024-02-17"],
    ["last-2-weeks", "2024-02-03", "2024-02-17"],
    ["last-1-months", "2024-01-17", "2024-02-17"],
    ["next-7-days", "2024-02-16", "2024-02-23"],
    ["2024", "2024-01-01", "2025-01-01"],
    ["2024-02", "2024-02-01", "2024-03-01"],
    ["2023-12", "2023-12-01", "2024-01-01"],
    ["2024-02-29", "2024-02-29", "2024-03-01"],
    ["2024-01..2024-03", "2024-01-01", "2024-04-01"],
    ["2024-01-01..2024-03-31", "2024-01-01", "2024-04-01"],
    ["2024..today", "2024-01-01", "2024-02-17"],
    ["last-month..yesterday", "2024-01-01", "2024-02-16"],
    // Asked before it begins.
    ["2025..today", "2025-01-01", "2025-01-01"],
  ])("%s is from %s up to %s", (period, from, to) => {
    expect(isPeriod(period)).toBe(true);
    expect(rangeOf(period, today)).toEqual({ from, to });
  });

  it("of months ends where a shorter month does", () => {
    expect(rangeOf("last-1-months", "2024-03-30")).toEqual({ from: "2024-02-29", to: "2024-03-31" });
    expect(rangeOf("next-1-months", "2024-01-31")).toEqual({ from: "2024-01-31", to: "2024-02-29" });
  });

  it.each([
    "",
    "soon",
    "2024-02-30",
    "2024-13",
    "0999",
    "9999",
    "2024-2",
    "last-0-days",
    "last-1000-days",
    "2024..",
    "..today",
  ])("%s is none", (text) => {
    expect([isPeriod(text), rangeOf(text, today)]).toEqual([false, null]);
  });

  it("the wrong way round is none", () => {
    expect(isPeriod("2024..2023")).toBe(false);
    expect(isPeriod("2024-02..2024-01-31")).toBe(false);
    expect(isPeriod("a..b..c")).toBe(false);
  });

  it("of so many days has so many, and today is one of them", () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1990-01-01", days));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom("last", "next"),
        (now, count, side) => {
          const range = rangeOf(`${side}-${count}-days`, now);
          const [from, to] =
            side === "last" ? [addDays(now, 1 - count), addDays(now, 1)] : [now, addDays(now, count)];
          expect(range).toEqual({ from, to });
        },
      ),
    );
  });
});

describe("as people write it", () => {
  it.each([
    ["今天", "today"],
    ["本周", "this-week"],
    ["上个月", "last-month"],
    ["本季度", "this-quarter"],
    ["近30天", "last-30-days"],
    ["最近 6 周", null],
    ["过去6周", "last-6-weeks"],
    ["近3个月", "last-3-months"],
    ["近３月", "last-3-months"],
    ["未来7日", "next-7-days"],
    ["2024年", "2024"],
    ["2024年2月", "2024-02"],
    ["2024年2月6日", "2024-02-06"],
    ["2024/2/6", "2024-02-06"],
    ["2024.2.6", "2024-02-06"],
    ["2024年1月至2024年3月", "2024-01..2024-03"],
    ["去年..今天", "last-year..today"],
    ["Last 30 days", "last-30-days"],
    ["THIS-WEEK", "this-week"],
    ["2024年13月", null],
    ["someday", null],
  ])("%s", (text, period) => {
    expect(periodCalled(text)).toBe(period);
  });

  it("is read again from what a language writes", () => {
    for (const period of [
      "today",
      "next-month",
      "last-3-months",
      "next-2-weeks",
      "last-1-years",
      "2024-02",
      "last-year..2024-02-16",
    ])
      expect([periodCalled(periodIn(period, "zh")), periodCalled(periodIn(period, "en"))]).toEqual([
        period,
        period,
      ]);
    expect(periodIn("last-3-months", "zh")).toBe("近3个月");
  });
});
