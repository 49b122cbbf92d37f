/** Turns a model's log-odds into how often it is right: 1 / (1 + exp(slope·score + intercept)). */
export type Calibration = { slope: number; intercept: number };

/** Scores taken at their word, as before anything was measured. */
export const uncalibrated: Calibration = { slope: -1, intercept: 0 };

export function probabilityOf(score: number, { slope, intercept }: Calibration): number {
  return 1 / (1 + Math.exp(slope * score + intercept));
}

const maxSteps = 100;
const ridge = 1e-12;
const flat = 1e-5;

/**
 * Platt's scaling with smoothed targets, by Newton's method with backtracking: H.-T. Lin, C.-J. Lin and R. Weng, "A note on
 * Platt's probabilistic outputs for support vector machines", Machine Learning 68 (2007). The scores must be of examples
 * the model had not seen. With one class only there is nothing to fit: `uncalibrated`.
 */
export function calibrate(scores: readonly number[], truths: readonly boolean[]): Calibration {
  const yes = truths.filter(Boolean).length;
  const no = truths.length - yes;
  if (yes === 0 || no === 0) return uncalibrated;
  const targets = truths.map((truth) => (truth ? (yes + 1) / (yes + 2) : 1 / (no + 2)));
  let slope = 0;
  let intercept = Math.log((no + 1) / (yes + 1));
  let loss = lossOf(scores, targets, slope, intercept);
  for (let step = 0; step < maxSteps; step++) {
    const { bySlope, byIntercept, ss, si, ii } = derivatives(scores, targets, slope, intercept);
    if (Math.abs(bySlope) < flat && Math.abs(byIntercept) < flat) break;
    const determinant = ss * ii - si * si;
    const alongSlope = -(ii * bySlope - si * byIntercept) / determinant;
    const alongIntercept = -(ss * byIntercept - si * bySlope) / determinant;
    const descent = bySlope * alongSlope + byIntercept * alongIntercept;
    let stride = 1;
    let next = lossOf(scores, targets, slope + alongSlope, intercept + alongIntercept);
    while (next >= loss + 1e-4 * stride * descent && stride > 1e-10) {
      stride /= 2;
      next = lossOf(scores, targets, slope + stride * alongSlope, intercept + stride * alongIntercept);
    }
    if (stride <= 1e-10) break;
    slope += stride * alongSlope;
    intercept += stride * alongIntercept;
    loss = next;
  }
  return { slope, intercept };
}

function lossOf(scores: readonly number[], targets: readonly number[], slope: number, intercept: number) {
  return scores.reduce((loss, score, i) => {
    const f = slope * score + intercept;
    // log(1 + exp(-f)) without overflow on either side of 0.
    return loss + (targets[i] ?? 0) * f + Math.max(-f, 0) + Math.log1p(Math.exp(-Math.abs(f)));
  }, 0);
}

function derivatives(
  scores: readonly number[],
  targets: readonly number[],
  slope: number,
  intercept: number,
) {
  const sums = { bySlope: 0, byIntercept: 0, ss: ridge, si: 0, ii: ridge };
  scores.forEach((score, i) => {
    const p = probabilityOf(score, { slope, intercept });
    const off = (targets[i] ?? 0) - p;
    const curve = p * (1 - p);
    sums.bySlope += score * off;
    sums.byIntercept += off;
    sums.ss += score * score * curve;
    sums.si += score * curve;
    sums.ii += curve;
  });
  return sums;
}
