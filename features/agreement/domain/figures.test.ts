import { describe, expect, it } from "vitest";
import { disagrees, figuresOf, type Pair, verdictOf } from "./figures";

const pair = (first: Record<string, string>, second: Record<string, string>, firstId = "p"): Pair => ({
  firstId,
  first,
  second,
});

/** Twenty items: ten a/a, six none/none of a (both b), two a/b, two b/a. */
const twenty: Pair[] = [
  ...Array.from({ length: 10 }, () => pair({ a: "for" }, { a: "for" })),
  ...Array.from({ length: 6 }, () => pair({ b: "for" }, { b: "for" })),
  ...Array.from({ length: 2 }, () => pair({ a: "for" }, { b: "for" })),
  ...Array.from({ length: 2 }, () => pair({ b: "for" }, { a: "for" })),
];

describe("figures", () => {
  const figures = figuresOf(twenty, "seed");

  it("count who put a thesis, and give its alpha", () => {
    const [a] = figures.theses;
    expect(a).toMatchObject({ thesisId: "a", both: 10, onlyFirst: 2, onlySecond: 2 });
    // Forty values, 24 present and 16 absent; eight coincide with the other: alpha = 1 − 39 · 8 / (2 · 24 · 16) = 19/32.
    expect(a?.presence.value).toBeCloseTo(19 / 32, 12);
    expect(a?.presence.low).toBeLessThan(19 / 32);
    expect(a?.presence.high).toBeGreaterThan(19 / 32);
  });

  it("of sets that never overlap equal the nominal alpha of one thesis", () => {
    expect(figures.sets.value).toBeCloseTo(19 / 32, 12);
  });

  it("say why there is no number", () => {
    expect(figures.stance).toMatchObject({ value: null, why: "few", units: 16 });
    const same = figuresOf(
      Array.from({ length: 30 }, () => pair({ a: "for" }, { a: "for" })),
      "seed",
    );
    expect(same.sets).toEqual({ value: null, low: null, high: null, units: 30, why: "same" });
    expect(figuresOf([], "seed")).toMatchObject({ theses: [], pairs: [], sets: { why: "few", units: 0 } });
  });

  it("stand apart for each first reader", () => {
    const two = figuresOf([...twenty, pair({ a: "for" }, {}, "q")], "seed");
    expect(two.pairs).toMatchObject([
      { firstId: "p", items: 20, sets: { value: figures.sets.value } },
      { firstId: "q", items: 1, sets: { why: "few" } },
    ]);
  });
});

it("a disagreement is another thesis or another stance, in whatever order", () => {
  expect(disagrees(pair({ a: "for", b: "neutral" }, { b: "neutral", a: "for" }))).toBe(false);
  expect(disagrees(pair({ a: "for" }, { a: "against" }))).toBe(true);
  expect(disagrees(pair({ a: "for" }, {}))).toBe(true);
  expect(disagrees(pair({ a: "for" }, { b: "for" }))).toBe(true);
});

it("judges by the lower end of the interval", () => {
  expect(verdictOf({ value: 0.9, low: 0.8 })).toBe("reliable");
  expect(verdictOf({ value: 0.9, low: 0.667 })).toBe("tentative");
  expect(verdictOf({ value: 0.9, low: 0.6 })).toBe("unreliable");
  expect(verdictOf({ value: 0.81, low: null })).toBe("reliable");
  expect(verdictOf({ value: null, low: null })).toBeNull();
});
