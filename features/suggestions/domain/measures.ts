import { type Interval, type Proportion, proportion } from "./intervals";
import { randomFrom } from "./random";

/** One item: does it belong, does the model say so, does the plain search for keywords say so? */
export type Outcome = { truth: boolean; model: boolean; keywords: boolean };

export type Found = { precision: Proportion; recall: Proportion };

export function found(outcomes: readonly Outcome[], by: "model" | "keywords"): Found {
  const said = outcomes.filter((one) => one[by]);
  const right = said.filter(({ truth }) => truth).length;
  return {
    precision: proportion(right, said.length),
    recall: proportion(right, outcomes.filter(({ truth }) => truth).length),
  };
}

const draws = 1000;

/**
 * How much better the model finds things than the plain search: the difference of their F1 (the harmonic mean of precision
 * and recall), with the percentile interval of the paired bootstrap (B. Efron and R. Tibshirani, "An introduction to the
 * bootstrap", 1993, chapter 13). Items neither finds and that do not belong bear on no F1 and are not drawn.
 */
export function gainInF1(outcomes: readonly Outcome[]): { value: number; interval: Interval } {
  const bearing = outcomes.filter(({ truth, model, keywords }) => truth || model || keywords);
  const random = randomFrom(bearing.length + 1);
  const gains = Array.from({ length: draws }, () =>
    gainOf(bearing.map((own) => bearing[Math.floor(random() * bearing.length)] ?? own)),
  ).sort((a, b) => a - b);
  const at = (share: number) => gains[Math.floor(share * (draws - 1))] ?? 0;
  return { value: gainOf(bearing), interval: { low: at(0.025), high: at(0.975) } };
}

function gainOf(outcomes: readonly Outcome[]): number {
  return f1(outcomes, "model") - f1(outcomes, "keywords");
}

/** 2·right / (said + true); 0 when nothing was said and nothing belongs. */
export function f1(outcomes: readonly Outcome[], by: "model" | "keywords"): number {
  let said = 0;
  let right = 0;
  let belonging = 0;
  for (const one of outcomes) {
    if (one[by]) said++;
    if (one.truth) belonging++;
    if (one[by] && one.truth) right++;
  }
  return said + belonging === 0 ? 0 : (2 * right) / (said + belonging);
}

/**
 * The lowest score from which on what is said `holds`, so that most is found: half-way between the last example that is let in and
 * the first that is not. Infinity when no score will do. Equal scores stand or fall together.
 */
export function thresholdWhere(
  holds: (right: number, said: number) => boolean,
  scores: readonly number[],
  truths: readonly boolean[],
): number {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  let right = 0;
  let threshold = Number.POSITIVE_INFINITY;
  order.forEach((example, place) => {
    if (truths[example]) right++;
    const score = scores[example] ?? 0;
    const next = scores[order[place + 1] ?? -1] ?? score - 1;
    if (next < score && holds(right, place + 1)) threshold = (score + next) / 2;
  });
  return threshold;
}
