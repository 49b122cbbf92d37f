/** Precision, recall and their harmonic mean, 0 to 1. */
export type Agreement = { precision: number; recall: number; f1: number };

/**
 * B-cubed (Bagga & Baldwin 1998): for each item, what share of those put with it belong with it, and what share of those that
 * belong with it were put with it; averaged over the items. `found` and `true_` name each item's cluster, in the same order.
 */
export function bCubed(found: readonly string[], true_: readonly string[]): Agreement {
  const inBoth = new Map<string, number>();
  const inFound = new Map<string, number>();
  const inTrue = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = found.map(
    (cluster, at) => [cluster, true_[at] ?? "", JSON.stringify([cluster, true_[at]])] as const,
  );
  for (const [ours, theirs, both] of keys) {
    add(inFound, ours);
    add(inTrue, theirs);
    add(inBoth, both);
  }
  let [precision, recall] = [0, 0];
  for (const [ours, theirs, both] of keys) {
    const shared = inBoth.get(both) ?? 0;
    precision += shared / (inFound.get(ours) ?? 1);
    recall += shared / (inTrue.get(theirs) ?? 1);
  }
  const count = Math.max(1, keys.length);
  [precision, recall] = [precision / count, recall / count];
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
