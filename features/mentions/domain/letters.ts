import { isUnspaced } from "@/lib/text/searched-text";
import { simplified } from "@/lib/text/simplified";

/** A text's letters and digits alone, and where each stands: "A & W" and "A&W" are the same letters. */
export type Letters = { plain: string; letters: string; places: number[] };

/** By the number of a character what it is compared as; filled as characters are met. */
const known: (string | undefined)[] = [];

/** Full width, capitals, accents, traditional characters and every mark between letters cease to matter. */
export function lettersOf(text: string): Letters {
  const plain = text.normalize("NFKC").replace(/\s+/g, " ");
  const places: number[] = [];
  let letters = "";
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    let found = known[code];
    if (found === undefined) {
      found = letterOf(plain.charAt(at));
      known[code] = found;
    }
    letters += found;
    for (let one = 0; one < found.length; one++) places.push(at);
  }
  return { plain, letters, places };
}

/** Halves of a rare character are compared as they are; none of those has a case or an accent. */
function letterOf(character: string): string {
  const bare = simplified(character.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC"));
  return /^[\p{L}\p{N}\p{Cs}]+$/u.test(bare) ? bare : "";
}

/**
 * Where marks or spaces may come or go within a name: where it has one itself (Quiver.ai, A&W), between Chinese and Latin, and
 * before the AI of QuiverAI. Elsewhere two words are not one: "not ion" is no Notion.
 */
export function jointsOf({ plain, places }: Letters): ReadonlySet<number> {
  const joints = new Set<number>();
  for (let at = 1; at < places.length; at++) {
    const before = places[at - 1] ?? 0;
    const here = places[at] ?? 0;
    const pair = plain.slice(before, here + 1);
    const scripts = isUnspaced(pair.charAt(0)) !== isUnspaced(pair.slice(-1));
    if (here - before > 1 || scripts || /^\p{Ll}AI$/u.test(plain.slice(before))) joints.add(at);
  }
  return joints;
}

/** What may stand between two letters of one name: a space or a mark; never the end of a sentence. */
export function isJoint(between: string): boolean {
  return /^(?: ?&? ?|[+'’‘·・•‑_/.-]| [·・•+-] )$/u.test(between);
}
