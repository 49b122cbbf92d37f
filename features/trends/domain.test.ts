import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bucketEnd,
  bucketStart,
  buckets,
  bucketsBetween,
  countBuckets,
  isComplete,
} from "@/lib/calendar/buckets";
import { addDays, dayIn, daysBetween } from "@/lib/calendar/days";
import { chartRange, mostCovered, offeredRanges, rangeOf } from "./domain";
import { SignalsInput } from "./schema";

it("the most covered are those that count most in the whole range, in the order they had", () => {
  const series = (name: string, ...counts: number[]) => ({
    name,
    buckets: counts.map((n) => ({ for: n, against: 1, neutral: 0 })),
  });
  const data = [series("few", 1, 1), series("late", 0, 9), series("even", 4, 4), series("same", 4, 4)];
  expect(mostCovered(data, 2).map(({ name }) => name)).toEqual(["late", "even"]);
  expect(mostCovered(data, 8)).toEqual(data);
});

const day = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const bucket = fc.constantFrom(...buckets);

const upTo = (day: string) => ({ last: day, bulk: day });
const none = { last: null, bulk: null };

describe("days", () => {
  it("are counted on the calendar, over leap days and years", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2023-02-28", 1)).toBe("2023-03-01");
    expect(addDays("2024-01-01", -1)).toBe("2023-12-31");
    expect(daysBetween("2024-03-01", "2024-02-28")).toBe(-2);
  });

  it("begin at midnight of the zone, whatever the machine's", () => {
    const instant = new Date("2024-03-10T15:59:59.999Z");
    expect(dayIn(instant, "Asia/Shanghai")).toBe("2024-03-10");
    expect(dayIn(new Date(instant.getTime() + 1), "Asia/Shanghai")).toBe("2024-03-11");
    expect(dayIn(instant, "America/New_York")).toBe("2024-03-10");
    expect(dayIn(new Date("2024-03-10T04:59:00Z"), "America/New_York")).toBe("2024-03-09");
  });
});

describe("buckets", () => {
  it("weeks start on Monday", () => {
    expect(bucketStart("week", "2024-03-03")).toBe("2024-02-26");
    expect(bucketStart("week", "2024-03-04")).toBe("2024-03-04");
    expect(bucketStart("week", "2025-01-01")).toBe("2024-12-30");
  });

  it("months end where the next begins", () => {
    expect(bucketStart("month", "2024-02-29")).toBe("2024-02-01");
    expect(bucketEnd("month", "2024-12-01")).toBe("2025-01-01");
    expect(bucketEnd("month", "2024-02-01")).toBe("2024-03-01");
  });

  it("that touch a range are whole ones", () => {
    expect(bucketsBetween("week", "2024-03-05", "2024-03-12")).toEqual([
      { start: "2024-03-04", end: "2024-03-11" },
      { start: "2024-03-11", end: "2024-03-18" },
    ]);
    expect(bucketsBetween("month", "2024-01-31", "2024-02-01")).toEqual([
      { start: "2024-01-01", end: "2024-02-01" },
    ]);
    expect(bucketsBetween("day", "2024-03-05", "2024-03-05")).toEqual([]);
  });

  it("follow each other without gap, cover the range, and are as many as counted", () => {
    fc.assert(
      fc.property(bucket, day, fc.integer({ min: 1, max: 400 }), (kind, from, length) => {
        const to = addDays(from, length);
        const found = bucketsBetween(kind, from, to);
        expect(found).toHaveLength(countBuckets(kind, from, to));
        expect(found[0]?.start.localeCompare(from)).toBeLessThanOrEqual(0);
        expect(found.at(-1)?.end.localeCompare(to)).toBeGreaterThanOrEqual(0);
        for (const [at, one] of found.entries()) {
          expect(one.end).toBe(bucketEnd(kind, one.start));
          expect(bucketStart(kind, one.start)).toBe(one.start);
          expect(bucketStart(kind, addDays(one.end, -1))).toBe(one.start);
          if (at > 0) expect(found[at - 1]?.end).toBe(one.start);
        }
      }),
    );
  });

  it("are complete when over and not cut", () => {
    const week = { start: "2024-03-04", end: "2024-03-11" };
    const range = { from: "2024-03-04", to: "2024-03-11" };
    expect(isComplete(week, range, "2024-03-11")).toBe(true);
    expect(isComplete(week, range, "2024-03-10")).toBe(false);
    expect(isComplete(week, { ...range, from: "2024-03-05" }, "2024-06-01")).toBe(false);
    expect(isComplete(week, { ...range, to: "2024-03-10" }, "2024-06-01")).toBe(false);
  });
});

describe("the range", () => {
  it("is the last twelve weeks, this one included, unless told", () => {
    const range = rangeOf({}, "2024-03-06");
    expect(range).toEqual({ from: "2023-12-18", to: "2024-03-07" });
    expect(bucketsBetween("week", range.from, range.to)).toHaveLength(12);
    expect(rangeOf({ to: "2024-03-04" }, "2024-06-01").from).toBe("2023-12-11");
    expect(rangeOf({ from: "2024-01-01", to: "2024-02-01" }, "2024-06-01")).toEqual({
      from: "2024-01-01",
      to: "2024-02-01",
    });
  });

  it("keeps to years in which calendars are simple", () => {
    const valid = (from: string) => SignalsInput.safeParse({ from }).success;
    expect(valid("1900-01-01")).toBe(true);
    expect(valid("2199-12-31")).toBe(true);
    expect(valid("9999-12-31")).toBe(false);
    expect(valid("0000-01-01")).toBe(false);
    expect(valid("2024-02-30")).toBe(false);
  });
});

describe("the range of a chart", () => {
  const today = "2026-11-23"; // a Monday

  it("is the last 52 weeks while they hold items", () => {
    const usual = { from: "2025-12-01", to: "2026-11-30", movedTo: null };
    expect(chartRange({}, none, today)).toEqual(usual);
    expect(chartRange({}, upTo("2025-12-01"), today)).toEqual(usual);
  });

  it("else ends with the week of the latest item, and says so", () => {
    const moved = chartRange({}, upTo("2025-11-30"), today);
    expect(moved).toEqual({ from: "2024-12-02", to: "2025-12-01", movedTo: "2025-11-30" });
    expect(bucketsBetween("week", moved.from, moved.to)).toHaveLength(52);
  });

  it("completes what is asked for in part", () => {
    expect(chartRange({ from: "2024-01-01", to: "2024-02-01" }, none, today)).toEqual({
      from: "2024-01-01",
      to: "2024-02-01",
      movedTo: null,
    });
    expect(chartRange({ from: "2026-11-01" }, none, today).to).toBe("2026-11-24");
    expect(chartRange({ to: "2024-12-30" }, none, today).from).toBe("2024-01-01");
  });

  it("can be chosen among whole weeks and everything there is", () => {
    expect(offeredRanges("2024-12-31", { from: "2023-01-05", to: "2025-01-01" })).toEqual([
      { key: "weeks12", from: "2024-10-14", to: "2025-01-06" },
      { key: "weeks52", from: "2024-01-08", to: "2025-01-06" },
      { key: "weeks104", from: "2023-01-09", to: "2025-01-06" },
      { key: "all", from: "2023-01-01", to: "2025-01-01", bucket: "month" },
    ]);
    expect(offeredRanges(today, null)).toHaveLength(3);
  });
});
