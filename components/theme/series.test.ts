import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ciede2000, contrast, difference, type Vision } from "./color-math";
import { distinctIndexes, seriesColor, seriesColors, seriesCount, seriesShape } from "./series";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
/** The page and the panel: what charts stand on. */
const backgrounds = { light: ["#ffffff", "#fafaf9"], dark: ["#141517", "#1a1b1e"] } as const;
const visions: Vision[] = ["ordinary", "protanopia", "deuteranopia"];
const indexes = Array.from({ length: seriesCount }, (_, index) => index);

describe.each(["light", "dark"] as const)("series colours, %s", (scheme) => {
  const colors = seriesColors[scheme];
  const pairs = colors.flatMap((one, i) => colors.slice(i + 1).map((other) => [one, other] as const));

  it.each(backgrounds[scheme])("have 3:1 against %s", (background) => {
    for (const color of colors) expect(contrast(color, background), color).toBeGreaterThanOrEqual(3);
  });

  it.each(visions)("stay apart for %s vision", (vision) => {
    for (const [one, other] of pairs) {
      expect(difference(one, other, vision), `${one} and ${other}`).toBeGreaterThanOrEqual(15);
    }
  });
});

it("stands in the style sheet as light and dark of one colour", () => {
  for (const index of indexes) {
    const [light, dark] = [seriesColors.light[index], seriesColors.dark[index]];
    expect(css).toContain(`--series-${index}: light-dark(${light}, ${dark});`);
  }
  expect(css).toContain("--page: light-dark(#fafaf9, #141517);");
  expect(css).toContain("--panel: light-dark(#ffffff, #1a1b1e);");
});

it("gives each index its own shape, and starts again after eight", () => {
  expect(new Set(indexes.map(seriesShape)).size).toBe(seriesCount);
  expect(seriesColor(seriesCount + 2)).toBe("var(--series-2)");
});

it("gives things drawn together looks of their own, as long as there are any", () => {
  expect(distinctIndexes([3, 1])).toEqual([3, 1]);
  expect(distinctIndexes([0, 0, 1, 8])).toEqual([0, 2, 1, 3]);
  expect(new Set(distinctIndexes([5, 5, 5, 5, 5, 5, 5, 5])).size).toBe(seriesCount);
  expect(distinctIndexes([0, 1, 2, 3, 4, 5, 6, 7, 0, 1])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0, 1]);
});

it("computes CIEDE2000 as in the test data of Sharma, Wu & Dalal", () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
  expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
});
