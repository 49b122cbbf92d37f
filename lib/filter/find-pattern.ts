import { RE2JS, RE2JSException } from "re2js";
import { isBoundary, isUnspaced, type SearchedText, type Span, searchedText } from "@/lib/text/searched-text";
import type { Pattern } from "./tree";

/** Finds a pattern in a text; the same for every text. */
export type Finder = (text: SearchedText) => Span[];

/** More places than these in one text say no more. */
const maxSpans = 200;

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
  const regex = compiled(source);
  if (regex === null) return () => [];
  return ({ plain }) => {
    const spans: Span[] = [];
    const matcher = regex.matcher(plain);
    while (spans.length < maxSpans && matcher.find()) {
      const span = { start: matcher.start(), end: matcher.end() };
      // What matches nothing matches everywhere, and says nothing.
      if (span.end > span.start) spans.push(span);
    }
    return spans;
  };
}

/** RE2: no look-ahead, no back-references. */
export function isRegex(source: string): boolean {
  return compiled(source) !== null;
}

function compiled(source: string): RE2JS | null {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
}
