import type { RowProblem } from "./item-of-row";

const sentences: Record<RowProblem, string> = {
  unreadable: "is not a JSON object",
  tooManyCells: "has more cells than there are columns; put a text with commas into quotation marks",
  noTitle: "has no title",
  longTitle: "has a title of more than 1000 characters",
  badUrl: "has an address that does not start with http:// or https://",
  badDate: "has a date that cannot be read; write it like 2024-02-16 or 2024-02-16T08:00:00Z",
  badLanguage: "has a language that is no code like en or zh",
  badKind: "has a kind that is none; write article, paper, release, round, launch, policy or hire",
  unknownThesis:
    "names a thesis that is not in this workspace; write names or slugs of its theses, several with ; between",
  badCharacters: "has characters that cannot be read; save the whole file as UTF-8",
};

export function problemSentence(row: number, problem: RowProblem): string {
  return `Row ${row} ${sentences[problem]}.`;
}
