import type { Problem } from "./condition";

/** What is wrong with a rule's text, for whoever reads the API. The screens have their own words under the same keys. */
export const problemSentences: Record<Problem, string> = {
  empty: "says nothing yet; write at least one word",
  tooLong: "must have at most 4000 characters",
  tooDeep: "has parentheses within parentheses more than 20 deep",
  unclosedQuote: "opens a quotation mark that is not closed",
  unclosedParenthesis:
    "opens a parenthesis that is not closed, or has something other than OR between its parts",
  unopenedParenthesis: "closes a parenthesis that was not opened",
  unclosedRegex: "opens a regular expression with / that is not closed",
  badRegex: "holds a regular expression that is not one (RE2 syntax: no look-ahead, no back-references)",
  missingWord: "needs a word here",
  exceptNeedsWords: "needs words after EXCEPT: one, or several in parentheses with OR between",
  onlyNot: "must ask for something, not only rule things out: it would tag nearly everything",
  emptyPhrase: "holds a word without a letter or digit",
  unknownFeed: "names a feed that is not there; use its title, address or id",
  unknownCompany: "names a company that is not there; use one of its names or its id",
  unknownKind: "names a kind that is none of article, paper, release, round, launch, policy, hire",
  factNeedsName: "needs a name after the colon",
};
