import { dayMs } from "@/lib/calendar/days";
import { areDifferent } from "./differences";
import { figuresPart } from "./figures";
import { type Reading, readingOf } from "./reading";
import { actWords, knownNames, plainWords } from "./same-words";

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
  if (a.reading.isChinese !== b.reading.isChinese) return false;
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
const sameFrom = 0.5;
const maybeFrom = -1;
/** So much below may lie two headlines whose words the other's text holds. */
const textSays = 1.5;

/** Does the text hold nearly all that the headline says? */
function isToldBy({ terms }: Reading, text: string): boolean {
  const said = [...terms].filter(([, weight]) => weight >= 0.5).map(([term]) => term);
  const told = readingOf(text).terms;
  return said.filter((term) => told.has(term)).length >= 0.8 * said.length;
}

/** How likely a person joins the two, above 0. */
export function proposalScore(a: Telling, b: Telling): number {
  return a.reading.isChinese === b.reading.isChinese ? likeness(a, b) - maybeFrom : 0;
}

/**
 * Log odds that two headlines tell the same, of a logistic regression (L2 = 1) on the pairs of test/stories that are not
 * held back and do not differ decisively; Chinese ones of met-pairs.json count three times, as such pairs are the many.
 */
export function likeness(a: Telling, b: Telling): number {
  return scoreOf(signalsOf(a, b));
}

function scoreOf(signals: Signals): number {
  return signalNames.reduce((sum, name) => sum + weights[name] * signals[name], weights.none);
}

const weights = {
  none: -4.45,
  overlap: 1.69,
  containment: 2.27,
  shared: 0.71,
  subject: 0.29,
  acts: 0.99,
  parted: -0.43,
  comment: -0.86,
  hours: -0.15,
};
const signalNames = [
  "overlap",
  "containment",
  "shared",
  "subject",
  "acts",
  "parted",
  "comment",
  "hours",
] as const;
type Signals = Record<(typeof signalNames)[number], number>;

function signalsOf(one: Telling, other: Telling): Signals {
  const [a, b] = [one.reading, other.reading];
  const both = [...a.terms].filter(([term]) => b.terms.has(term));
  const heavy = both.filter(([, weight]) => weight >= 0.5);
  const shared = sum(both.map(weightIn));
  return {
    // Shared weight by all weight (Jaccard 1901, weighted as in Ruzicka 1958), and by that of the shorter.
    overlap: shared / Math.max(0.01, a.weight + b.weight - shared),
    containment: shared / Math.max(0.01, Math.min(a.weight, b.weight)),
    shared: Math.min(9, sum(heavy.map(weightIn))),
    subject: beginsWithin(a, b) + beginsWithin(b, a),
    acts: Math.min(2, both.filter(([term]) => actWords.has(term)).length),
    parted: figuresPart(a.figures, b.figures) ? 1 : 0,
    comment: a.isComment === b.isComment ? 0 : 1,
    hours: Math.log2(1 + (Math.abs(one.publishedAt.getTime() - other.publishedAt.getTime()) * 24) / dayMs),
  };
}

type Weighed = readonly [term: string, weight: number];
const weightIn = ([, weight]: Weighed) => weight;
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);

/** Is what one begins with said by the other too? */
function beginsWithin(a: Reading, b: Reading): number {
  for (const [term, weight] of a.terms)
    if (weight > 0.2 && !plainWords.has(term) && !knownNames.has(term)) return b.terms.has(term) ? 1 : 0;
  return 0;
}
