import { canonicalUrl } from "@/features/news/rules/addresses";
import { likeness, type Telling, tellSame } from "./same-story";
import { termsOf } from "./terms";

/** Where an item is to be found, and when it was. */
export type Placed = { id: string; url: string | null; publishedAt: Date };
export type Candidate = Telling & Placed & { storyId: string };

/** Further apart, the same words tell of something else: a yearly report, a monthly figure. An address stays itself. */
const windowMs = 4 * 86_400_000;

/** Could the two tell one story at all? Asked before what they say is read. */
export function inReach(item: Placed, other: Placed): boolean {
  const apart = Math.abs(item.publishedAt.getTime() - other.publishedAt.getTime());
  return item.id !== other.id && (apart <= windowMs || haveSameAddress(item, other));
}

function haveSameAddress(a: Placed, b: Placed): boolean {
  return a.url !== null && b.url !== null && canonicalUrl(a.url) === canonicalUrl(b.url);
}

/** The story an item belongs to among those that met it in a band: that of the most alike one that tells the same, or null. */
export function chooseStory(
  item: Omit<Candidate, "storyId">,
  candidates: readonly Candidate[],
): string | null {
  const terms = termsOf(item.title);
  const matches = candidates.flatMap((candidate) => {
    if (!inReach(item, candidate)) return [];
    const sameAddress = haveSameAddress(item, candidate);
    if (!sameAddress && !tellSame(item, candidate)) return [];
    return [{ candidate, score: sameAddress ? 2 : likeness(terms, termsOf(candidate.title)) }];
  });
  matches.sort((a, b) => b.score - a.score || a.candidate.id.localeCompare(b.candidate.id));
  return matches[0]?.candidate.storyId ?? null;
}
