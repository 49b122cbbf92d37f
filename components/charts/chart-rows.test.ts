import { describe, expect, it } from "vitest";
import { formatPeriod, formatTick, formatValue } from "./chart-format";
import { markStep, openValue, rowsOf, solidValue } from "./chart-rows";

const point = (start: string, value: number | null, complete = true) => ({
  start,
  end: start,
  value,
  complete,
});
const series = [
  {
    key: "a",
    label: "A",
    colorIndex: 0,
    points: [point("2024-02-01", 3), point("2024-03-01", 5), point("2024-04-01", 1, false)],
  },
  { key: "b", label: "B", colorIndex: 1, points: [point("2024-01-01", 7), point("2024-02-01", null)] },
];

describe("rowsOf", () => {
  const rows = rowsOf(series);
  it("puts the periods of all series in order", () => {
    expect(rows.map((row) => row.start)).toEqual(["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"]);
    expect(rows.map((row) => row.complete)).toEqual([true, true, true, false]);
  });
  it("splits a series into what is over and a dashed end that starts at the last finished point", () => {
    expect(rows.map((row) => solidValue(row, "a"))).toEqual([null, 3, 5, null]);
    expect(rows.map((_, index) => openValue(rows, index, "a"))).toEqual([null, null, 5, 1]);
    expect(rows.map((_, index) => openValue(rows, index, "b"))).toEqual([null, null, null, null]);
  });
});

it("formats days by name, whatever the zone of the machine", () => {
  expect(formatPeriod({ start: "2024-03-01", end: "2024-03-31" }, "month", "en")).toBe("March 2024");
  expect(formatPeriod({ start: "2024-03-04", end: "2024-03-10" }, "week", "zh-CN")).toBe(
    "2024年3月4日至3月10日",
  );
  expect(formatTick("2024-01-01", "month", "en")).toBe("2024");
  expect(formatTick("2024-02-01", "month", "zh-CN")).toBe("2月");
  expect(formatValue(0.1234, "share", "en")).toBe("12.3%");
  expect(formatValue(null, "count", "en")).toBe("–");
});

it("thins the marks when they would touch", () => {
  expect(markStep(1000, 52)).toBe(1);
  expect(markStep(300, 52)).toBe(3);
});
