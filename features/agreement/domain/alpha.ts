/**
 * Krippendorff's alpha: how far the values that several readers gave to the same units agree beyond chance. 1 is perfect, 0 is
 * what chance alone gives, below 0 is systematic disagreement. Any number of readers, missing values allowed.
 *
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011),
 * https://repository.upenn.edu/asc_papers/43, sections C and D: observed and expected disagreement from the coincidences of
 * values within units; a unit with a single value has nothing to coincide with and is left out.
 */

/** The values given to one unit, by however many readers there were; who gave which does not matter. */
export type Unit<Value> = readonly Value[];

/** 0 for the same, up to 1. */
export type Distance<Value> = (a: Value, b: Value) => number;

/** Values of names: the same or not. */
export const nominal = <Value>(a: Value, b: Value): number => (a === b ? 0 : 1);

/**
 * Units that stand or fall together when the sample is drawn anew (the theses of one news item), as counts: what is needed to
 * weigh any choice of clusters without looking at their values again.
 */
type Counted = { observed: number; counts: readonly (readonly [value: number, times: number])[] };

export type AlphaTable = { clusters: readonly Counted[]; distances: readonly Float64Array[] };

/** Counts once what alpha of any choice of these clusters needs. `keyOf` tells values apart. */
export function alphaTable<Value>(
  clusters: readonly (readonly Unit<Value>[])[],
  distance: Distance<Value>,
  keyOf: (value: Value) => string = String,
): AlphaTable {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  const numberOf = (value: Value): number => {
    const key = keyOf(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, values.length);
    return values.push(value) - 1;
  };
  const counted = clusters.map((units) => {
    const pairable = units.filter((unit) => unit.length > 1);
    const counts = new Map<number, number>();
    for (const value of pairable.flat()) counts.set(numberOf(value), (counts.get(numberOf(value)) ?? 0) + 1);
    const observed = pairable.reduce((sum, unit) => sum + disagreementWithin(unit, distance), 0);
    return { observed, counts: [...counts] };
  });
  const distances = values.map((a) => Float64Array.from(values, (b) => distance(a, b)));
  return { clusters: counted, distances };
}

/** Every ordered pair of the unit's values, weighted so that a unit of m values counts m times. */
function disagreementWithin<Value>(unit: Unit<Value>, distance: Distance<Value>): number {
  let sum = 0;
  for (const [at, a] of unit.entries())
    for (const [other, b] of unit.entries()) if (at !== other) sum += distance(a, b);
  return sum / (unit.length - 1);
}

/**
 * Alpha of the clusters with these places (a place may come twice). Null where it is not defined: fewer than two values, or
 * all values the same, so that chance could not have disagreed.
 */
export function alphaOf({ clusters, distances }: AlphaTable, places: Iterable<number>): number | null {
  const totals = new Float64Array(distances.length);
  let observed = 0;
  let values = 0;
  for (const place of places) {
    const cluster = clusters[place];
    if (!cluster) continue;
    observed += cluster.observed;
    for (const [value, times] of cluster.counts) {
      totals[value] = (totals[value] ?? 0) + times;
      values += times;
    }
  }
  let expected = 0;
  for (const [a, row] of distances.entries()) {
    const weight = totals[a] ?? 0;
    if (weight > 0)
      for (let b = 0; b < row.length; b++) expected += weight * (totals[b] ?? 0) * (row[b] ?? 0);
  }
  return expected === 0 ? null : 1 - ((values - 1) * observed) / expected;
}

/** Alpha of single units: the plain statistic. */
export function alpha<Value>(
  units: readonly Unit<Value>[],
  distance: Distance<Value> = nominal,
  keyOf?: (value: Value) => string,
): number | null {
  const table = alphaTable(
    units.map((unit) => [unit]),
    distance,
    keyOf,
  );
  return alphaOf(table, table.clusters.keys());
}
