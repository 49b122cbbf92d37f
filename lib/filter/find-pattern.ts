import { type Matcher, RE2JS, RE2JSException } from "re2js";
import { isBoundary, isUnspaced, type SearchedText, type Span, searchedText } from "@/lib/text/searched-text";
import type { Pattern } from "./tree";
import { type Bounded, isWordBoundary, withoutBoundaries } from "./word-boundary";

/** Finds a pattern in a text; the same for every text. */
export type Finder = (text: SearchedText) => Span[];

/** More places than these in one text say no more. */
const maxSpans = 200;
/** Places of one text at which a regular expression is tried again because a word goes on there. */
const maxTries = 2000;

/**
 * A phrase is found as whole words (in Chinese, as it stands), with or without a space between Chinese and Latin, and so is each
 * of its synonyms: words of one set stand for each other. Regular expressions run on an engine that takes time in
 * proportion to the text (RE2: R. Cox, "Regular Expression Matching Can Be Simple And Fast", 2007); one that is none is found nowhere.
 */
export function finderOf(pattern: Pattern, synonyms: readonly (readonly string[])[]): Finder {
  if ("regex" in pattern) return regexFinder(pattern.regex);
  const { phrase: text, exact = false, open = false } = pattern;
  const wanted = exact ? [text] : [text, ...synonymsOf(text, synonyms)];
  const forms = new Set(wanted.flatMap((one) => spacings(exact ? searchedText(one).exact : foldedWord(one))));
  return (searched) => {
    const within = exact ? searched.exact : searched.folded;
    return [...forms].flatMap((form) => phraseSpans(within, form, open));
  };
}

/** As two words are compared to be the same one. */
export function foldedWord(word: string): string {
  return searchedText(word).folded.trim();
}

function synonymsOf(text: string, synonyms: readonly (readonly string[])[]): string[] {
  const own = foldedWord(text);
  return synonyms.filter((set) => set.some((word) => foldedWord(word) === own)).flat();
}

/** Both ways to write what Chinese and Latin meet in: "GPT4模型" and "GPT4 模型". At most eight forms. */
function spacings(phrase: string): string[] {
  const characters = [...phrase];
  let forms = [""];
  characters.forEach((character, place) => {
    const before = characters[place - 1];
    const meets =
      before !== undefined &&
      before !== " " &&
      character !== " " &&
      isUnspaced(before) !== isUnspaced(character) &&
      forms.length < 8;
    forms = forms.flatMap((form) =>
      meets ? [form + character, `${form} ${character}`] : [form + character],
    );
  });
  return forms;
}

function phraseSpans(within: string, phrase: string, open: boolean): Span[] {
  const spans: Span[] = [];
  for (let start = within.indexOf(phrase); start !== -1; start = within.indexOf(phrase, start + 1)) {
    const end = start + phrase.length;
    const begins = isBoundary(within[start - 1], phrase[0]);
    const ends = open || isBoundary(phrase.at(-1), within[end]);
    if (begins && ends) spans.push({ start, end: open ? wordEnd(within, end) : end });
    if (spans.length === maxSpans) break;
  }
  return spans;
}

function wordEnd(within: string, from: number): number {
  let end = from;
  while (end < within.length && !isBoundary(within[end - 1], within[end])) end += 1;
  return end;
}

function regexFinder(source: string): Finder {
  const bounded = withoutBoundaries(source);
  const regex = compiled(bounded.source);
  // Where a word goes on behind the branch that comes first, the longest may still end with the word.
  const longestRegex = compiled(bounded.source, RE2JS.LONGEST_MATCH);
  if (regex === null || longestRegex === null) return () => [];
  return ({ plain }) => {
    const spans: Span[] = [];
    const first = regex.matcher(plain);
    const longest = longestRegex.matcher(plain);
    let found = first.find();
    for (let tries = 0; found && spans.length < maxSpans && tries < maxTries; tries += 1) {
      const start = first.start();
      let end = boundariesHold(first, bounded, plain) ? first.end() : start;
      if (end === start && longest.find(start) && longest.start() === start)
        end = boundariesHold(longest, bounded, plain) ? longest.end() : start;
      // What matches nothing matches everywhere, and says nothing.
      if (end > start) spans.push({ start, end });
      const next = Math.max(end, start + 1);
      found = next <= plain.length && first.find(next);
    }
    return spans;
  };
}

/** A boundary of a branch that was not taken stands nowhere, and holds. */
function boundariesHold(matcher: Matcher, { boundaries, insides }: Bounded, plain: string): boolean {
  const isBoundaryAt = (name: string) => {
    const at = matcher.start(name);
    return at === -1 ? null : isWordBoundary(plain[at - 1], plain[at]);
  };
  return (
    boundaries.every((name) => isBoundaryAt(name) !== false) &&
    insides.every((name) => isBoundaryAt(name) !== true)
  );
}

/** RE2: no look-ahead, no back-references. */
export function isRegex(source: string): boolean {
  return compiled(source) !== null;
}

function compiled(source: string, flags = 0): RE2JS | null {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE | flags);
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
}
