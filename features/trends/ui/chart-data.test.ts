import { expect, it } from "vitest";
import type { SignalBucket } from "../schema";
import { chartSeries, itemsHref, stancePoints } from "./chart-data";

const week: SignalBucket = {
  start: "2024-03-04",
  end: "2024-03-11",
  value: 3,
  for: 1,
  against: 2,
  neutral: 0,
  coverage: 9,
  complete: true,
};
const year = { from: "2024-01-01", to: "2025-01-01" };
const words = { for: "For", against: "Against", neutral: "Neutral" };

it("a point opens the days it counts, and no others", () => {
  expect(itemsHref("demo", "moe", week, year)).toBe("/w/demo/news?thesis=moe&from=2024-03-04&to=2024-03-11");
  const cut = { from: "2024-03-06", to: "2024-03-08" };
  expect(itemsHref("demo", "moe", week, cut)).toBe("/w/demo/news?thesis=moe&from=2024-03-06&to=2024-03-08");
  expect(itemsHref("demo", "moe", week, year, "against")).toContain("&stance=against");
});

it("a period ends on its last day on the chart, on the day after in the data", () => {
  const names = new Map([["moe", { name: "MoE", color: 3 }]]);
  const [series] = chartSeries(
    "demo",
    [{ thesis: "moe", thesisId: "", buckets: [week] }],
    names,
    year,
    words,
  );
  expect(series).toMatchObject({ key: "moe", label: "MoE", colorIndex: 3 });
  expect(series?.points).toMatchObject([
    { start: "2024-03-04", end: "2024-03-10", value: 3, complete: true },
  ]);
  expect(series?.points[0]?.tooltip).toEqual([
    ["For", "1"],
    ["Against", "2"],
    ["Neutral", "0"],
  ]);
});

it("each stance of a period opens its own items", () => {
  const [point] = stancePoints("demo", { thesis: "moe", thesisId: "", buckets: [week] }, year);
  expect(point).toMatchObject({ end: "2024-03-10", for: 1, against: 2, neutral: 0 });
  expect(point?.href.against).toBe("/w/demo/news?thesis=moe&from=2024-03-04&to=2024-03-11&stance=against");
});
