/** What a rule's text says, as a tree. Places (`at`) count characters of that text. */
export type Condition =
  | { kind: "and" | "or"; parts: Condition[] }
  | { kind: "not"; part: Condition }
  | { kind: "words"; where: Where; pattern: Pattern; except: Pattern[] }
  | { kind: "fact"; fact: Fact; value: string; at: number };

export type Pattern =
  /** `exact`: as written, capitals included, and nothing in its stead. `open`: more letters may follow, as in agent*. */
  | { kind: "phrase"; text: string; exact: boolean; open: boolean }
  | { kind: "regex"; source: string; at: number };

export const places = ["any", "title", "text"] as const;
export type Where = (typeof places)[number];
export const facts = ["feed", "company", "language", "kind"] as const;
export type Fact = (typeof facts)[number];

/** What is wrong with a rule's text, as a key of the messages, and where. */
export const problems = [
  "empty",
  "tooLong",
  "tooDeep",
  "unclosedQuote",
  "unclosedParenthesis",
  "unopenedParenthesis",
  "unclosedRegex",
  "badRegex",
  "missingWord",
  "exceptNeedsWords",
  "onlyNot",
  "emptyPhrase",
  "unknownFeed",
  "unknownCompany",
  "unknownKind",
  "factNeedsName",
] as const;
export type Problem = (typeof problems)[number];

export class ExpressionError extends Error {
  constructor(
    readonly problem: Problem,
    readonly at: number,
    /** The piece of the text it is about. */
    readonly near = "",
  ) {
    super(`${problem} at ${at}`);
  }
}
