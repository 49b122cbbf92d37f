/** What is wrong with a filter, as a key of the messages. */
export const problems = [
  "empty",
  "tooLong",
  "tooDeep",
  "tooMany",
  "unclosedQuote",
  "unclosedParenthesis",
  "unopenedParenthesis",
  "unclosedRegex",
  "badRegex",
  "missingWord",
  "missingValue",
  "exceptNeedsWords",
  "emptyPhrase",
  "onlyNot",
  "unknownField",
  "unknownValue",
  "unknownOperator",
  "noOperator",
  "noPattern",
  "noWords",
  "notNumber",
  "notDay",
  "notPeriod",
  "notFlag",
  "wrongValue",
  "wrongShape",
  "unwritable",
] as const;
export type Problem = (typeof problems)[number];

export const maxText = 4000;
export const maxDepth = 20;
export const maxTests = 200;

/** A typed filter that cannot be read. `at` counts characters of the text. */
export class FilterError extends Error {
  constructor(
    readonly problem: Problem,
    readonly at: number,
    /** The piece of the text it is about. */
    readonly near = "",
    /** What could stand there instead. */
    readonly values: readonly string[] = [],
  ) {
    super(`${problem} at ${at}`);
  }
}

const sentences: Record<Problem, string> = {
  empty: "says nothing yet; write at least one word",
  tooLong: `must have at most ${maxText} characters`,
  tooDeep: `has groups within groups more than ${maxDepth} deep`,
  tooMany: `asks more than ${maxTests} questions`,
  unclosedQuote: "opens a quotation mark that is not closed",
  unclosedParenthesis:
    "opens a parenthesis that is not closed, or has something other than OR between its parts",
  unopenedParenthesis: "closes a parenthesis that was not opened",
  unclosedRegex: "opens a regular expression with / that is not closed",
  badRegex: "holds a regular expression that is not one (RE2 syntax: no look-ahead, no back-references)",
  missingWord: "needs a word here",
  missingValue: "needs a name or value after the colon",
  exceptNeedsWords: "needs words before EXCEPT and after it: one, or several in parentheses with OR between",
  emptyPhrase: "holds a word without a letter or digit",
  onlyNot: "must ask for something, not only rule things out: it would find nearly everything",
  unknownField: "names a field that is not there; put it in quotes if it is a word you look for",
  unknownValue: "names a value that is not there",
  unknownOperator: "has an operator that is none",
  noOperator: "asks a field what it cannot be asked",
  noPattern: "has *, =, EXCEPT or a regular expression where only plain words can be looked for",
  noWords: "holds a word outside of any field, and there is no text to look for it in",
  notNumber: "needs a number here, like 5 or 2.5",
  notDay: "needs a day here, like 2024-02-16",
  notPeriod: "needs a time here, like 2024-02-16, 2024-01..2024-03, this-week or last-30-days",
  notFlag: "needs yes or no here",
  wrongValue: "has a value of the wrong kind",
  wrongShape: "must be { and: […] }, { or: […] }, { not: … } or { field, op, value }",
  unwritable: 'holds ", ” and 」 at once, so that no quotation mark can close it',
};

/** For whoever reads the API; the screens have their own words under the same keys. */
export function sentenceOf(problem: Problem, near = "", values: readonly string[] = []): string {
  const about = near === "" ? "" : ` (${near})`;
  const instead = values.length === 0 ? "" : `; try ${values.join(", ")}`;
  return `${sentences[problem]}${about}${instead}`;
}
