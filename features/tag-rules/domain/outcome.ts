/** A standing tag of one thesis on one item, as far as a rule cares. */
export type CurrentTag = { origin: string; sourceId: string | null; stance: string; strength: number };

/** A rule that speaks for one thesis. */
export type Speaker = { id: string; stance: string; strength: number };

/** What a rule does to one item's tag of its thesis. `kept`: a person, a model's accepted suggestion or another rule stands there. */
export const outcomes = ["tag", "change", "remove", "same", "kept"] as const;
export type Outcome = (typeof outcomes)[number];

export type Situation = {
  /** The first of the thesis' rules, in their order, that the item meets. */
  winner: Speaker | null;
  current: CurrentTag | null;
  /** Somebody else than a rule has the last word on this thesis and item (set the tag, or took one off). */
  settled: boolean;
};

/**
 * What becomes of the tag when `rule` is applied; null when the item does not concern the rule. Rules never touch what people
 * said, and among rules the first in order speaks.
 */
export function outcomeOf(rule: Speaker, { winner, current, settled }: Situation): Outcome | null {
  const own = current?.origin === "rule" && current.sourceId === rule.id;
  if (winner === null) return own ? "remove" : null;
  if (winner.id !== rule.id) return own ? "kept" : null;
  if (settled || (current !== null && current.origin !== "rule")) return "kept";
  if (current === null) return "tag";
  return own && current.stance === rule.stance && current.strength === rule.strength ? "same" : "change";
}
