import { ExpressionError, type Fact, facts, type Pattern, places, type Where } from "./condition";

/** `at` counts characters of the text. */
export type Token =
  | { kind: "(" | ")" | "AND" | "OR" | "NOT" | "EXCEPT"; at: number }
  | { kind: "field"; field: Where | Fact; at: number }
  | { kind: "pattern"; pattern: Pattern; at: number };

const operators = ["AND", "OR", "NOT", "EXCEPT"] as const;
const space = /[\s\u3000]/;
// Chinese input methods type the wide forms.
const opening = "(（";
const closing = ")）";
const quotes: Record<string, string> = { '"': '"', "“": "”", "「": "」" };
const wordEnd = /[\s\u3000()（）"“「]/;

/** The pieces of a rule's text, in order. Throws ExpressionError for a quote or a regular expression that does not end. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const character = source.charAt(at);
    if (space.test(character)) at += 1;
    else if (opening.includes(character)) tokens.push({ kind: "(", at: at++ });
    else if (closing.includes(character)) tokens.push({ kind: ")", at: at++ });
    else if (character === "-" && !space.test(source.charAt(at + 1) || " "))
      tokens.push({ kind: "NOT", at: at++ });
    else at = readPiece(source, at, tokens);
  }
  return tokens;
}

/** A field, an operator or a pattern, from `at`; where the next begins. */
function readPiece(source: string, at: number, tokens: Token[]): number {
  const rest = source.slice(at);
  const field = /^([a-z]+)[:：]/.exec(rest);
  const named = [...places, ...facts].find((one) => one !== "any" && one === field?.[1]);
  if (field && named) {
    tokens.push({ kind: "field", field: named, at });
    return at + field[0].length;
  }
  const operator = operators.find(
    (one) => rest.startsWith(one) && wordEnd.test(rest.charAt(one.length) || " "),
  );
  if (operator) {
    tokens.push({ kind: operator, at });
    return at + operator.length;
  }
  return readPattern(source, at, tokens);
}

function readPattern(source: string, start: number, tokens: Token[]): number {
  const exact = source.charAt(start) === "=";
  const at = exact ? start + 1 : start;
  const first = source.charAt(at);
  if (first === "/" && !exact) return readRegex(source, at, tokens);
  const quote = quotes[first];
  const end = quote === undefined ? wordEndFrom(source, at) : source.indexOf(quote, at + 1);
  if (end === -1) throw new ExpressionError("unclosedQuote", at, source.slice(at, at + 20));
  const written = quote === undefined ? source.slice(at, end) : source.slice(at + 1, end);
  const after = quote === undefined ? end : end + 1;
  const starred = quote === undefined ? written.endsWith("*") : source.charAt(after) === "*";
  const text = (starred && quote === undefined ? written.slice(0, -1) : written).trim();
  if (!/[\p{L}\p{N}\p{S}]/u.test(text)) throw new ExpressionError("emptyPhrase", at, written);
  tokens.push({ kind: "pattern", at, pattern: { kind: "phrase", text, exact, open: starred } });
  return starred && quote !== undefined ? after + 1 : after;
}

function wordEndFrom(source: string, at: number): number {
  for (let end = at; end < source.length; end++) if (wordEnd.test(source.charAt(end))) return end;
  return source.length;
}

function readRegex(source: string, at: number, tokens: Token[]): number {
  let end = at + 1;
  while (end < source.length && source.charAt(end) !== "/") end += source.charAt(end) === "\\" ? 2 : 1;
  if (end >= source.length) throw new ExpressionError("unclosedRegex", at, source.slice(at, at + 20));
  const written = source.slice(at + 1, end).replaceAll("\\/", "/");
  if (written === "") throw new ExpressionError("emptyPhrase", at, "//");
  tokens.push({ kind: "pattern", at, pattern: { kind: "regex", source: written, at } });
  return end + 1;
}
