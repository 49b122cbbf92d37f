import { simplified } from "./simplified";

/** Three forms of one text, of the same length, so that a place in one is the same place in the other. */
export type SearchedText = {
  /** NFKC, one space between words: what regular expressions read. */
  plain: string;
  /** Hyphens are spaces: "mixture-of-experts" is "mixture of experts". */
  exact: string;
  /** The same in small letters without accents, simplified, with plain quotes: what phrases are looked for in. */
  folded: string;
};

const hyphens = /[-‐‑‒–—_]/g;

/** Full-width letters, ligatures and the like become plain ones; capitals and hyphens cease to matter where they should not. */
export function searchedText(text: string): SearchedText {
  // The one capital that grows when it becomes small would move every place behind it.
  const plain = text.normalize("NFKC").replaceAll("İ", "I").replace(/\s+/g, " ");
  const exact = plain.replace(hyphens, " ");
  return { plain, exact, folded: foldedInPlace(exact) };
}

/** Character by character, so that places stay: what would grow or vanish is left as it is. */
function foldedInPlace(text: string): string {
  const small = text.toLowerCase().replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"');
  return simplified(small.replace(accentable, withoutAccent));
}

const accentable = /(?![a-z])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu;

function withoutAccent(letter: string): string {
  const bare = letter.normalize("NFD").replace(/\p{M}+/gu, "");
  return bare.length === letter.length ? bare : letter;
}

/** Where something was found: from `start` up to, not including, `end`. */
export type Span = { start: number; end: number };

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * Does a word begin or end between these two characters? Always, unless both belong to a script that puts spaces between words:
 * 用AI做 holds the word AI, "train" does not hold "rain".
 */
export function isBoundary(before: string | undefined, after: string | undefined): boolean {
  return !(spaced(before) && spaced(after));
}

export function isUnspaced(character: string): boolean {
  return unspaced.test(character);
}

function spaced(character: string | undefined): boolean {
  return character !== undefined && wordCharacter.test(character) && !unspaced.test(character);
}
