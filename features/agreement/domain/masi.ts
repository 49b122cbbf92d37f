/**
 * How far two sets of labels are apart, 0 to 1: one minus the Jaccard index, weighted by whether one set holds the other
 * (2/3), they overlap (1/3) or share nothing (0), so that saying less counts less than saying otherwise. Two empty sets are
 * the same. Each set lists a label once.
 *
 * Source: R. Passonneau, "Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation", LREC 2006.
 */
export function masiDistance(a: readonly string[], b: readonly string[]): number {
  const inA = new Set(a);
  const shared = b.filter((label) => inA.has(label)).length;
  const either = a.length + b.length - shared;
  if (either === shared) return 0;
  if (shared === 0) return 1;
  const monotony = shared === a.length || shared === b.length ? 2 / 3 : 1 / 3;
  return 1 - (shared / either) * monotony;
}

/** The same for the same set, in whatever order. Labels hold no spaces (ids, slugs). */
export function setKey(labels: readonly string[]): string {
  return [...labels].sort().join(" ");
}
