import { randomFrom, shuffle } from "./random";

/** The features one example has, and their values. */
export type SparseRow = { columns: Uint32Array; values: Float64Array };

export type Problem = {
  rows: readonly SparseRow[];
  /** How many features there are. */
  width: number;
  /** +1 or -1 per example. */
  labels: ArrayLike<number>;
  /** How much an example counts: its penalty C, above 0. 0 leaves it out. */
  costs: ArrayLike<number>;
  /** What is held of an example before anything was learned, in log-odds: the prior's own score. */
  offsets: ArrayLike<number>;
};

const maxPasses = 200;
const closeEnough = 1e-3;

/**
 * Weights w that minimise ½|w|² + Σ cost·log(1 + exp(-label·(w·x + offset))): logistic regression under a Gaussian prior, which
 * an offset of w₀·x centres at w₀ (C. Chelba and A. Acero, "Adaptation of maximum entropy capitalizer", EMNLP 2004).
 * Solved by dual coordinate descent: H.-F. Yu, F.-L. Huang and C.-J. Lin, "Dual coordinate descent methods for logistic
 * regression and maximum entropy models", Machine Learning 85 (2011), algorithm 5. The order of the examples is shuffled by
 * a fixed generator, so the same examples give the same weights.
 */
export function fitLogistic({ rows, width, labels, costs, offsets }: Problem): Float64Array {
  const weights = new Float64Array(width);
  const order = [...rows.keys()].filter((i) => at(costs, i) > 0);
  const alpha = new Float64Array(rows.length);
  const squares = Float64Array.from(rows, squareOf);
  rows.forEach((row, i) => {
    alpha[i] = at(costs, i) * 1e-3;
    add(weights, row, at(labels, i) * at(alpha, i));
  });
  const random = randomFrom(1);
  for (let pass = 0, worst = Infinity; pass < maxPasses && worst > closeEnough; pass++) {
    shuffle(order, random);
    worst = 0;
    for (const i of order) {
      const row = rows[i];
      if (row === undefined) continue;
      const label = at(labels, i);
      const before = at(alpha, i);
      const margin = label * (dot(weights, row) + at(offsets, i));
      const { after, slope } = bestAlpha(before, at(costs, i), at(squares, i), margin);
      worst = Math.max(worst, slope);
      alpha[i] = after;
      if (after !== before) add(weights, row, label * (after - before));
    }
  }
  return weights;
}

/**
 * The dual variable in (0, cost) at which square·(a - before) + margin + log(a / (cost - a)) is 0, by Newton's method kept
 * inside the bracket; `slope` is how far from 0 it was before.
 */
function bestAlpha(before: number, cost: number, square: number, margin: number) {
  const slopeAt = (a: number) => square * (a - before) + margin + Math.log(a / (cost - a));
  const slope = Math.abs(slopeAt(before));
  if (slope < closeEnough / 10) return { after: before, slope };
  let low = cost * 1e-12;
  let high = cost * (1 - 1e-12);
  let a = before;
  for (let step = 0; step < 50; step++) {
    const value = slopeAt(a);
    if (Math.abs(value) < closeEnough / 100) break;
    if (value > 0) high = a;
    else low = a;
    const newton = a - value / (square + cost / (a * (cost - a)));
    a = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return { after: a, slope };
}

/** w·x of one example. */
function dot(weights: Float64Array, { columns, values }: SparseRow): number {
  let sum = 0;
  for (let k = 0; k < columns.length; k++) sum += at(weights, at(columns, k)) * at(values, k);
  return sum;
}

function add(weights: Float64Array, { columns, values }: SparseRow, factor: number): void {
  for (let k = 0; k < columns.length; k++) {
    const column = at(columns, k);
    weights[column] = at(weights, column) + factor * at(values, k);
  }
}

function squareOf({ values }: SparseRow): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** Inside the bounds of its loop an array has a value; 0 is never read. */
function at(array: ArrayLike<number>, index: number): number {
  return array[index] ?? 0;
}
