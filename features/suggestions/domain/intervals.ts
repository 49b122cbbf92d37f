/** Bounds that hold the true value in 95 of 100 cases. */
export type Interval = { low: number; high: number };

const z = 1.959963984540054;

/** A share of a whole, `share` null where the whole is empty. */
export type Proportion = { share: number | null; of: number; interval: Interval };

/**
 * `hits` of `of` with the score interval of E. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22 (1927). Of nothing: 0 to 1.
 */
export function proportion(hits: number, of: number): Proportion {
  if (of === 0) return { share: null, of, interval: { low: 0, high: 1 } };
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  const interval = { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
  return { share, of, interval };
}

/**
 * first − second of two independent proportions: R. Newcombe, "Interval estimation for the difference between independent
 * proportions", Statistics in Medicine 17 (1998), method 10. Null where one of them is of nothing.
 */
export function difference(
  first: Proportion,
  second: Proportion,
): { value: number; interval: Interval } | null {
  if (first.share === null || second.share === null) return null;
  const value = first.share - second.share;
  const down = Math.hypot(first.share - first.interval.low, second.interval.high - second.share);
  const up = Math.hypot(first.interval.high - first.share, second.share - second.interval.low);
  return { value, interval: { low: value - down, high: value + up } };
}
