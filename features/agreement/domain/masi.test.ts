import { expect, it } from "vitest";
import { alpha } from "./alpha";
import { masiDistance, setKey } from "./masi";

it("weighs the Jaccard index by how the sets lie to each other", () => {
  expect(masiDistance(["a", "b"], ["b", "a"])).toBe(0);
  expect(masiDistance([], [])).toBe(0);
  expect(masiDistance([], ["a"])).toBe(1);
  expect(masiDistance(["a"], ["b"])).toBe(1);
  // One holds the other: 1 − 1/2 · 2/3 = 2/3.
  expect(masiDistance(["a"], ["a", "b"])).toBeCloseTo(2 / 3, 12);
  // Two of four: 1 − 2/4 · 2/3 = 2/3.
  expect(masiDistance(["a", "b"], ["a", "b", "c", "d"])).toBeCloseTo(2 / 3, 12);
  // Overlap, one of three: 1 − 1/3 · 1/3 = 8/9.
  expect(masiDistance(["a", "b"], ["b", "c"])).toBeCloseTo(8 / 9, 12);
});

/*
 * By hand. Four items, sets given by two readers:
 *   1: {a} {a}      distance 0
 *   2: {a} {a,b}    2/3
 *   3: {b} {b}      0
 *   4: {a,b} {b}    2/3
 * Observed: each unit of two values counts its distance twice: 2 · (2/3 + 2/3) = 8/3.
 * Values: {a} ×3, {b} ×3, {a,b} ×2, n = 8. Distances: {a}–{b} 1, {a}–{a,b} 2/3, {b}–{a,b} 2/3.
 * Expected: 2 · (3·3·1 + 3·2·2/3 + 3·2·2/3) = 2 · (9 + 4 + 4) = 34.
 * alpha = 1 − (8 − 1) · (8/3) / 34 = 1 − 56/102 = 23/51.
 */
it("gives alpha a distance for sets", () => {
  const items = [
    [["a"], ["a"]],
    [["a"], ["b", "a"]],
    [["b"], ["b"]],
    [["a", "b"], ["b"]],
  ];
  expect(alpha(items, masiDistance, setKey)).toBeCloseTo(23 / 51, 12);
});
