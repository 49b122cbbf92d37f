import { alphaOf, alphaTable, type Distance, nominal, type Unit } from "./alpha";
import { bootstrapInterval } from "./bootstrap";
import { minUnits } from "./limits";
import { masiDistance, setKey } from "./masi";

/** Thesis id → stance, as one reader said of one item. Strength is a matter of degree and not compared. */
export type Reading = Readonly<Record<string, string>>;

/** One item read twice. */
export type Pair = { firstId: string; first: Reading; second: Reading };

/**
 * An alpha with its 95 % interval, or (`value` null) why there is none: too few units, or nothing that could have differed.
 * `units`: what was compared twice.
 */
export type Estimate = {
  value: number | null;
  low: number | null;
  high: number | null;
  units: number;
  why: "few" | "same" | null;
};

export type Agreement = {
  /** MASI alpha of the items' sets of theses. */
  sets: Estimate;
  /** Nominal alpha of "this thesis is on this item", over every item and every thesis that anybody used. */
  presence: Estimate;
  /** Nominal alpha of the stance, where both put the thesis. */
  stance: Estimate;
};

export type ThesisAgreement = {
  thesisId: string;
  both: number;
  onlyFirst: number;
  onlySecond: number;
  presence: Estimate;
  stance: Estimate;
};

export type PairAgreement = Agreement & { firstId: string; items: number };

/** What a round's twice-read items say, all together, by thesis and by first reader. `seed` starts the draws. */
export function figuresOf(pairs: readonly Pair[], seed: string) {
  const theses = [
    ...new Set(pairs.flatMap(({ first, second }) => [...Object.keys(first), ...Object.keys(second)])),
  ].sort();
  const firsts = [...new Set(pairs.map(({ firstId }) => firstId))].sort();
  return {
    ...agreementOf(pairs, theses, seed),
    theses: theses.map((thesisId) => thesisAgreement(pairs, thesisId, seed)),
    pairs: firsts.map((firstId): PairAgreement => {
      const own = pairs.filter((pair) => pair.firstId === firstId);
      return { firstId, items: own.length, ...agreementOf(own, theses, `${seed} ${firstId}`) };
    }),
  };
}

function agreementOf(pairs: readonly Pair[], theses: readonly string[], seed: string): Agreement {
  const sets = pairs.map(({ first, second }) => [[Object.keys(first), Object.keys(second)]]);
  return {
    sets: estimate(sets, masiDistance, `${seed} sets`, setKey),
    presence: estimate(
      pairs.map((pair) => theses.map((thesis) => presenceOf(pair, thesis))),
      nominal,
      `${seed} presence`,
    ),
    stance: estimate(
      pairs.map((pair) => theses.flatMap((thesis) => stanceOf(pair, thesis))),
      nominal,
      `${seed} stance`,
    ),
  };
}

function thesisAgreement(pairs: readonly Pair[], thesisId: string, seed: string): ThesisAgreement {
  const presence = pairs.map((pair) => presenceOf(pair, thesisId));
  const count = (first: boolean, second: boolean) =>
    presence.filter((unit) => unit[0] === first && unit[1] === second).length;
  return {
    thesisId,
    both: count(true, true),
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    presence: estimate(
      presence.map((unit) => [unit]),
      nominal,
      `${seed} ${thesisId} presence`,
    ),
    stance: estimate(
      pairs.map((pair) => stanceOf(pair, thesisId)),
      nominal,
      `${seed} ${thesisId} stance`,
    ),
  };
}

const presenceOf = ({ first, second }: Pair, thesis: string): [boolean, boolean] => [
  thesis in first,
  thesis in second,
];

/** The one unit of stance on this thesis, when both put it. */
function stanceOf({ first, second }: Pair, thesis: string): Unit<string>[] {
  const [one, other] = [first[thesis], second[thesis]];
  return one === undefined || other === undefined ? [] : [[one, other]];
}

/** Clusters are items: what was said of one item stands or falls together in the draws. */
function estimate<Value>(
  items: readonly (readonly Unit<Value>[])[],
  distance: Distance<Value>,
  seed: string,
  keyOf?: (value: Value) => string,
): Estimate {
  const clusters = items.filter((units) => units.length > 0);
  const units = clusters.reduce((sum, cluster) => sum + cluster.length, 0);
  const none = { value: null, low: null, high: null, units };
  if (clusters.length < minUnits) return { ...none, why: "few" };
  const table = alphaTable(clusters, distance, keyOf);
  const value = alphaOf(table, table.clusters.keys());
  if (value === null) return { ...none, why: "same" };
  const interval = bootstrapInterval(table, seed);
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, units, why: null };
}

/**
 * What an alpha is customarily good for: from .800 reliable, from .667 for tentative conclusions, below that for none. Judged
 * by the lower end of the interval where there is one, since the sample may have been a lucky one.
 * Source: K. Krippendorff, "Content Analysis" (2nd ed. 2004), p. 241.
 */
export function verdictOf({
  value,
  low,
}: Pick<Estimate, "value" | "low">): "reliable" | "tentative" | "unreliable" | null {
  const judged = low ?? value;
  if (judged === null) return null;
  if (judged >= 0.8) return "reliable";
  return judged >= 0.667 ? "tentative" : "unreliable";
}

/** Do the readings differ in a thesis or in a stance? */
export function disagrees({ first, second }: Pick<Pair, "first" | "second">): boolean {
  const theses = Object.keys(first);
  return (
    theses.length !== Object.keys(second).length || theses.some((thesis) => first[thesis] !== second[thesis])
  );
}
