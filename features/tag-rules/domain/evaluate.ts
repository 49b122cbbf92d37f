import type { Matcher, Subject } from "@/lib/filter/match";
import type { Speaker } from "./outcome";

/** A rule ready to be put to items. */
export type ReadyRule = Speaker & { thesisId: string; matcher: Matcher };

/** Of each thesis, the first rule in order that the item meets, with the words that met it. */
export function winnersOf(
  item: Subject,
  rules: readonly ReadyRule[],
): Map<string, { rule: ReadyRule; words: string[] }> {
  const winners = new Map<string, { rule: ReadyRule; words: string[] }>();
  for (const rule of rules) {
    if (winners.has(rule.thesisId)) continue;
    const words = rule.matcher(item);
    if (words !== null) winners.set(rule.thesisId, { rule, words });
  }
  return winners;
}
