import { dayMs } from "@/lib/calendar/days";
import { pageKey } from "@/lib/text/addresses";
import { figuresDiffer } from "./figures";
import { likeness, type Telling, tellSame } from "./same-story";

export type Candidate = Telling & { id: string; url: string | null; storyId: string };

/** Further apart, the same words tell of something else: a yearly report, a monthly figure. An address stays itself. */
export const windowDays = 4;
const windowMs = windowDays * dayMs;
const copied = 100;

export function isNear(a: Telling, b: Telling): boolean {
  return Math.abs(a.publishedAt.getTime() - b.publishedAt.getTime()) <= windowMs;
}

/**
 * The story an item belongs to among those that met it in a band: that of the most alike one that tells the same, or null. A
 * story that tells of other figures elsewhere is not taken: what says little would tie two rounds together.
 */
export function chooseStory(
  item: Omit<Candidate, "storyId">,
  candidates: readonly Candidate[],
): string | null {
  const others = new Set(
    candidates
      .filter(({ reading }) => figuresDiffer(reading.figures, item.reading.figures))
      .map(({ storyId }) => storyId),
  );
  const matches = candidates.flatMap((candidate) => {
    if (candidate.id === item.id) return [];
    const sameAddress =
      item.url !== null && candidate.url !== null && pageKey(item.url) === pageKey(candidate.url);
    const near = isNear(item, candidate);
    if (!sameAddress && (!near || others.has(candidate.storyId) || !tellSame(item, candidate))) return [];
    return [{ candidate, score: sameAddress ? copied : likeness(item, candidate) }];
  });
  matches.sort((a, b) => b.score - a.score || a.candidate.id.localeCompare(b.candidate.id));
  return matches[0]?.candidate.storyId ?? null;
}
