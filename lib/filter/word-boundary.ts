import { isBoundary } from "@/lib/text/searched-text";

/** A regular expression with its word boundaries taken out, and the names of the empty groups that stand where they stood. */
export type Bounded = { source: string; boundaries: string[]; insides: string[] };

/**
 * RE2 knows ASCII words alone: \b never holds beside 融 or é. So each \b and \B becomes an empty group, and whoever searches asks of
 * its place whether a word begins or ends there.
 */
export function withoutBoundaries(source: string): Bounded {
  const boundaries: string[] = [];
  const insides: string[] = [];
  let inClass = false;
  const pieces = source.match(/\\Q.*?(?:\\E|$)|\\[\s\S]|\[\^?\]?|[\s\S]/gu) ?? [];
  const written = pieces.map((piece) => {
    if (piece.startsWith("[")) {
      if (inClass) return piece;
      inClass = true;
    } else if (piece === "]") inClass = false;
    if (inClass || (piece !== "\\b" && piece !== "\\B")) return piece;
    const name = `boundary${boundaries.length + insides.length}`;
    (piece === "\\b" ? boundaries : insides).push(name);
    return `(?P<${name}>)`;
  });
  return { source: written.join(""), boundaries, insides };
}

const word = /[\p{L}\p{N}_]/u;

/** Where a word of any script begins or ends; in Chinese on both sides of every character. Underscores join, as RE2 has them. */
export function isWordBoundary(before = " ", after = " "): boolean {
  if (!word.test(before) && !word.test(after)) return false;
  return isBoundary(before.replace("_", "a"), after.replace("_", "a"));
}
