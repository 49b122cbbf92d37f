import { isUnspaced } from "@/lib/text/searched-text";
import { simplified } from "@/lib/text/simplified";

/** A text's letters and digits alone, and where each stands: "A & W" and "A&W" are the same letters. */
export type Letters = { plain: string; letters: string; places: Uint32Array };

/** By the number of a character that of the letter it is compared as; 0 when not met yet. */
const known = new Uint16Array(0x10000);
const none = 1;
const decoder = new TextDecoder("utf-16le");

/** Full width, capitals, accents, traditional characters and every mark between letters cease to matter. */
export function lettersOf(text: string): Letters {
  const plain = text
    .normalize("NFKC")
    .replace(/\s*\n\s*/g, "\n")
    .replace(/[^\S\n]+/g, " ");
  const places = new Uint32Array(plain.length);
  const codes = new Uint16Array(plain.length);
  let length = 0;
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    const letter = known[code] || meet(code);
    if (letter === none) continue;
    places[length] = at;
    codes[length++] = letter;
  }
  return { plain, letters: decoder.decode(codes.subarray(0, length)), places: places.subarray(0, length) };
}

function meet(code: number): number {
  const small = String.fromCharCode(code)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC");
  const letter = simplified(small);
  const number = /^[\p{L}\p{N}]/u.test(letter) ? letter.charCodeAt(0) : none;
  known[code] = number;
  return number;
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
