import { describe, expect, it } from "vitest";
import { calibrate, probabilityOf, uncalibrated } from "./calibration";
import { fitLogistic } from "./logistic-regression";
import { f1, found, gainInF1, thresholdWhere } from "./measures";

/** A dense row, its zeros too. */
const row = (...values: number[]) => ({
  columns: Uint32Array.from(values.keys()),
  values: Float64Array.from(values),
});

const precise = (precision: number) => (right: number, said: number) => right / said >= precision;

describe("logistic regression", () => {
  const problem = {
    rows: [row(1, 0, 0.5), row(0, 1, 1), row(1, 1, 0), row(0.2, 0, 1), row(0, 0.7, 0.3), row(1, 0, 0)],
    width: 3,
    labels: [1, -1, 1, -1, 1, -1],
    costs: [1, 2, 0.5, 1, 3, 1],
    offsets: [0.3, -0.2, 0, 1, -1, 0.5],
  };

  it("finds the minimum that Newton's method finds in the primal", () => {
    // Computed apart from this code, with dense linear algebra, to a gradient of 1e-15.
    const expected = [-0.041163982313423136, 0.6712172002991773, -0.6396987535212814];
    fitLogistic(problem).forEach((weight, at) => {
      expect(weight).toBeCloseTo(expected[at] ?? Number.NaN, 3);
    });
  });

  it("leaves out what costs nothing", () => {
    const [first, ...rest] = problem.rows;
    const without = fitLogistic({
      ...problem,
      rows: rest,
      labels: problem.labels.slice(1),
      costs: problem.costs.slice(1),
      offsets: problem.offsets.slice(1),
    });
    const free = fitLogistic({ ...problem, rows: [first ?? row(), ...rest], costs: [0, 2, 0.5, 1, 3, 1] });
    free.forEach((weight, at) => {
      expect(weight).toBeCloseTo(without[at] ?? Number.NaN, 3);
    });
  });
});

describe("calibration", () => {
  const scores = [-2, -1.5, -1, -0.5, -0.2, 0.1, 0.4, 0.8, 1.2, 2];
  const truths = [false, false, false, true, false, false, true, true, false, true];

  it("finds the slope and intercept that plain Newton finds", () => {
    const { slope, intercept } = calibrate(scores, truths);
    // Computed apart from this code.
    expect(slope).toBeCloseTo(-0.7082856847626042, 4);
    expect(intercept).toBeCloseTo(0.3790629955362597, 4);
  });

  it("says as many as there are", () => {
    const calibration = calibrate(scores, truths);
    const said = scores.reduce((sum, score) => sum + probabilityOf(score, calibration), 0);
    // Σ of the smoothed targets: 4 · 5/6 + 6 · 1/8.
    expect(said).toBeCloseTo((4 * 5) / 6 + 6 / 8, 4);
  });

  it("takes scores at their word when there is one class only", () => {
    expect(calibrate([1, 2], [true, true])).toEqual(uncalibrated);
    expect(probabilityOf(0, uncalibrated)).toBe(0.5);
  });
});

describe("a threshold", () => {
  it("lets in as much as stays precise enough", () => {
    const scores = [0.9, 0.8, 0.7, 0.6, 0.5];
    const truths = [true, true, false, true, false];
    expect(thresholdWhere(precise(1), scores, truths)).toBeCloseTo(0.75);
    expect(thresholdWhere(precise(0.75), scores, truths)).toBeCloseTo(0.55);
    expect(thresholdWhere(precise(0.5), scores, truths)).toBeLessThan(0.5);
  });

  it("does not part equals, and lets nothing in when nothing will do", () => {
    expect(thresholdWhere(precise(1), [0.5, 0.5], [true, false])).toBe(Number.POSITIVE_INFINITY);
    expect(thresholdWhere(precise(0.9), [], [])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("measures", () => {
  const one = (truth: boolean, model: boolean, keywords: boolean) => ({ truth, model, keywords });
  const outcomes = [
    ...Array.from({ length: 30 }, () => one(true, true, false)),
    ...Array.from({ length: 30 }, () => one(true, true, true)),
    ...Array.from({ length: 5 }, () => one(false, true, false)),
    ...Array.from({ length: 100 }, () => one(false, false, false)),
  ];

  it("are precision, recall and F1 as counted by hand", () => {
    expect(found(outcomes, "model").precision.share).toBeCloseTo(60 / 65);
    expect(found(outcomes, "model").recall.share).toBe(1);
    expect(found(outcomes, "keywords").recall.share).toBe(0.5);
    expect(f1(outcomes, "model")).toBeCloseTo(120 / 125);
    expect(f1(outcomes, "keywords")).toBeCloseTo(60 / 90);
  });

  it("a clear gain has an interval above 0, none has one around it", () => {
    const gain = gainInF1(outcomes);
    expect(gain.value).toBeCloseTo(120 / 125 - 60 / 90);
    expect(gain.interval.low).toBeGreaterThan(0.15);
    const same = gainInF1(outcomes.map((outcome) => ({ ...outcome, model: outcome.keywords })));
    expect(same).toEqual({ value: 0, interval: { low: 0, high: 0 } });
    expect(gainInF1([]).value).toBe(0);
  });
});
