import { dayMs } from "@/lib/calendar/days";
import { frequent } from "./common-terms";
import { areDifferent } from "./differences";
import { figuresDiffer, figuresPart, sharedFigures } from "./figures";
import { type Reading, readingOf } from "./reading";
import { actWords, plainWords } from "./same-words";

/** What of a news item says which story it tells. `text`: its first thousand characters, or nothing. */
export type Telling = { reading: Reading; text: string; publishedAt: Date };

/** Shorter texts are teasers and notices ("Read more at …") that many items share. */
export function isLong(text: string): boolean {
  return text.length >= 200;
}

/**
 * Do the two tell the same news? Copies of one text do. Else their headlines must be likely to, and nothing decisive may differ:
 * near-equal headlines of different days and makers differ just there.
 */
export function tellSame(a: Telling, b: Telling): boolean {
  if (isLong(a.text) && a.text === b.text) return true;
  // Tellings in two languages are joined by people.
  if (isChinese(a.reading) !== isChinese(b.reading)) return false;
  return isLikely(a, b) && !areDifferent(a.reading, b.reading);
}

function isLikely(a: Telling, b: Telling): boolean {
  const signals = signalsOf(a, b);
  if (signals.overlap >= nearCopy) return true;
  const missing = sameFrom - scoreOf(signals);
  if (missing <= 0) return true;
  return (
    missing <= textSays &&
    isLong(a.text) &&
    isLong(b.text) &&
    isToldBy(a.reading, b.text) &&
    isToldBy(b.reading, a.text)
  );
}

/** Headlines this alike are copies, however few words they have. */
const nearCopy = 0.8;

/** From here on the machine joins; what scores less is for a person to judge, down to `maybeFrom`. */
const sameFrom = 0.9;
const maybeFrom = -1;
/** So much below may lie two headlines whose words the other's text holds. */
const textSays = 1.5;

/** Does the text hold nearly all that the headline says? */
function isToldBy({ terms }: Reading, text: string): boolean {
  const said = [...terms].filter(([, weight]) => weight >= 0.5).map(([term]) => term);
  const told = readingOf(text).terms;
  return said.filter((term) => told.has(term)).length >= 0.8 * said.length;
}

/** How likely a person joins the two, above 0; those of two languages by what both name. */
export function proposalScore(a: Telling, b: Telling): number {
  const across = isChinese(a.reading) !== isChinese(b.reading);
  return across ? likenessAcross(a, b) : likeness(a, b) - maybeFrom;
}

/**
 * How far tellings in two languages could be one: the names, acts and figures both state, with a name and something else among
 * them; 0 when they differ. For a person to judge.
 */
function likenessAcross(a: Telling, b: Telling): number {
  if (figuresDiffer(a.reading.figures, b.reading.figures)) return 0;
  const both = [...a.reading.terms.keys()].filter((term) => b.reading.terms.has(term) && !frequent.has(term));
  const named = both.filter((term) => !plainWords.has(term) && !term.startsWith("¤"));
  return named.length === 0 || both.length < 2
    ? 0
    : both.length + sharedFigures(a.reading.figures, b.reading.figures);
}

/**
 * Log odds that two headlines tell the same, of a logistic regression (L2 = 1) on the halves of test/stories/retellings.json and
 * labelled-pairs.json that are not held back, without the pairs that differ decisively.
 */
export function likeness(a: Telling, b: Telling): number {
  return scoreOf(signalsOf(a, b));
}

function scoreOf(signals: Signals): number {
  return signalNames.reduce((sum, name) => sum + weights[name] * signals[name], weights.none);
}

const weights = {
  none: -3.15,
  overlap: 1.1,
  containment: 0.96,
  shared: 0.62,
  subject: 0.68,
  acts: 0.76,
  words: 0.45,
  figures: 0.12,
  parted: -0.4,
  comment: -1.18,
  chinese: 0.63,
  hours: -0.37,
};
const signalNames = [
  "overlap",
  "containment",
  "shared",
  "subject",
  "acts",
  "words",
  "figures",
  "parted",
  "comment",
  "chinese",
  "hours",
] as const;
type Signals = Record<(typeof signalNames)[number], number>;

export function signalsOf(one: Telling, other: Telling): Signals {
  const [a, b] = [one.reading, other.reading];
  const both = [...a.terms].filter(([term]) => b.terms.has(term));
  const heavy = both.filter(([, weight]) => weight >= 0.5);
  const [left, right, shared] = [sum(a.terms.values()), sum(b.terms.values()), sum(both.map(weightIn))];
  const isWord = ([term]: Weighed) => /^[a-z]/.test(term) && !a.names.has(term) && !b.names.has(term);
  return {
    // Shared weight by all weight (Jaccard 1901, weighted as in Ruzicka 1958), and by that of the shorter.
    overlap: shared / Math.max(0.01, left + right - shared),
    containment: shared / Math.max(0.01, Math.min(left, right)),
    shared: Math.min(9, sum(heavy.map(weightIn))),
    subject: beginsWithin(a, b) + beginsWithin(b, a),
    acts: Math.min(2, both.filter(([term]) => actWords.has(term)).length),
    words: Math.min(4, sum(heavy.filter(isWord).map(weightIn))),
    figures: Math.min(2, sharedFigures(a.figures, b.figures)),
    parted: figuresPart(a.figures, b.figures) ? 1 : 0,
    comment: comments.test(a.plain) === comments.test(b.plain) ? 0 : 1,
    chinese: isChinese(a) ? 1 : 0,
    hours: Math.log2(1 + (Math.abs(one.publishedAt.getTime() - other.publishedAt.getTime()) * 24) / dayMs),
  };
}

export function isChinese({ plain }: Reading): boolean {
  return /\p{Script=Han}/u.test(plain);
}

type Weighed = readonly [term: string, weight: number];
const weightIn = ([, weight]: Weighed) => weight;
const sum = (all: Iterable<number>) => [...all].reduce((total, one) => total + one, 0);

/** Is what one begins with said by the other too? */
function beginsWithin(a: Reading, b: Reading): number {
  for (const [term, weight] of a.terms) if (weight > 0.2) return b.terms.has(term) ? 1 : 0;
  return 0;
}

/** Words with which somebody speaks about a thing rather than tells it. */
const comments =
  /\b(?:notes on|statement|interview|reviews?|thoughts|how|why|what|which|who|reflections|timeline|explained|reminder|opinion|guide|teardown|press conference|is my|i|you|we|my|your|must|should|lessons|history|inside|understanding|reacts?|fallout)\b|\?|解读|回应|谈|点评|怎么看|分析|如何|为何|影响|股价|概念股|盘中|盘前|解析|受益|机遇/;
