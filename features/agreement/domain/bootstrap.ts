import { type AlphaTable, alphaOf } from "./alpha";

/** A stream of numbers in [0, 1) that is the same for the same seed: FNV-1a of the text starts a mulberry32 generator. */
export function randomOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Interval = { low: number; high: number };

/** Draws that leave alpha undefined (all values the same) are passed over; with more than one in twenty, no interval is given. */
const maxUndefined = 0.05;

/**
 * The middle 95 % of alpha over samples drawn anew from the clusters, with replacement: how much it hangs on which items
 * happened to be chosen. The same table and seed give the same interval.
 *
 * Source: the percentile interval of B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13, over
 * whole units as A. Zapf et al. do for alpha, "Measuring inter-rater reliability for nominal data" (2016).
 */
export function bootstrapInterval(table: AlphaTable, seed: string, draws = 1000): Interval | null {
  const random = randomOf(seed);
  const size = table.clusters.length;
  const places = new Int32Array(size);
  const found: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < size; at++) places[at] = Math.floor(random() * size);
    const value = alphaOf(table, places);
    if (value !== null) found.push(value);
  }
  if (found.length < draws * (1 - maxUndefined)) return null;
  found.sort((a, b) => a - b);
  return { low: quantile(found, 0.025), high: quantile(found, 0.975) };
}

/** Of values in ascending order, at least one; between two neighbours in proportion. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
