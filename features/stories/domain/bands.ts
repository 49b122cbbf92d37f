import { pageKey } from "@/lib/text/addresses";
import type { Reading } from "./reading";
import { isLong, type Telling } from "./same-story";
import { plainWords } from "./same-words";

const bandCount = 10;
const rowsPerBand = 2;
const maxWords = 8;

/**
 * Keys under which an item is looked for by others that may tell the same: its address, its text, its heaviest words, and bands
 * of a MinHash signature of its headline (Broder 1997; banding as in Leskovec, Rajaraman & Ullman, Mining of Massive Datasets,
 * 3.4). Two headlines that share half of their terms meet in some band with a chance of 94 %: 1 − (1 − 0.5²)^10; those in other
 * words by a name. Signed 64-bit numbers as decimal text.
 */
export function bandsOf({ reading, text, url }: Telling & { url: string | null }): string[] {
  const terms = [...reading.terms].filter(([, weight]) => weight >= 0.5).map(([term]) => term);
  const signature = Array.from({ length: bandCount * rowsPerBand }, (_, seed) => smallest(terms, seed));
  const bands = Array.from({ length: bandCount }, (_, band) =>
    key(`band ${band} ${signature.slice(band * rowsPerBand, (band + 1) * rowsPerBand).join(" ")}`),
  );
  return [
    ...(terms.length > 1 ? [...bands, ...words(reading).map((term) => key(`word ${term}`))] : []),
    ...(url === null ? [] : [addressBand(url)]),
    ...(isLong(text) ? [key(`text ${text}`)] : []),
  ];
}

/** The band of all that stands at one address. */
export function addressBand(url: string): string {
  return key(`url ${pageKey(url)}`);
}

/** The heaviest words, names first, else those that a hash picks for every headline alike. */
function words({ terms, names }: Reading): string[] {
  const rank = (term: string) => (names.has(term) ? 0 : 1);
  return [...terms]
    .filter(([term, weight]) => weight >= 0.5 && !plainWords.has(term))
    .map(([term]) => ({ term, rank: rank(term), order: hash(term, 0) }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, maxWords)
    .map(({ term }) => term);
}

function smallest(terms: readonly string[], seed: number): number {
  return terms.reduce((least, term) => Math.min(least, hash(term, seed)), 0xffffffff);
}

/** FNV-1a (Fowler, Noll & Vo) of UTF-16 units, begun differently for each seed, and mixed so that near inputs part. */
function hash(text: string, seed: number): number {
  let state = (0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state ^= state >>> 15;
  state = Math.imul(state, 0x2c1b3c6d);
  return (state ^ (state >>> 12)) >>> 0;
}

function key(text: string): string {
  return BigInt.asIntN(64, (BigInt(hash(text, 101)) << 32n) | BigInt(hash(text, 202))).toString();
}
