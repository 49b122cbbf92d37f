import { expect, it } from "vitest";
import { difference, proportion } from "./intervals";

const rounded = ({ low, high }: { low: number; high: number }) => [
  Number(low.toFixed(4)),
  Number(high.toFixed(4)),
];

it("bounds a proportion as Newcombe prints the score method", () => {
  // R. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
  expect(rounded(proportion(81, 263).interval)).toEqual([0.2553, 0.3662]);
  expect(rounded(proportion(15, 148).interval)).toEqual([0.0624, 0.1605]);
  expect(rounded(proportion(0, 20).interval)).toEqual([0, 0.1611]);
  expect(rounded(proportion(1, 29).interval)).toEqual([0.0061, 0.1718]);
});

it("bounds a difference as Newcombe prints method 10", () => {
  // The companion paper on differences, table II, contrasts (a) to (h).
  const published: [number, number, number, number, number, number][] = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ];
  for (const [hits, of, otherHits, other, low, high] of published) {
    const { interval } = difference(proportion(hits, of), proportion(otherHits, other)) ?? {};
    expect(interval && rounded(interval)).toEqual([low, high]);
  }
});

it("knows nothing of nothing", () => {
  expect(proportion(0, 0)).toEqual({ share: null, of: 0, interval: { low: 0, high: 1 } });
  expect(difference(proportion(0, 0), proportion(1, 2))).toBeNull();
});
