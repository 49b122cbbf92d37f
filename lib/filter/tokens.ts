import { nearestOf } from "@/lib/text/nearest";
import type { Catalogue } from "./catalogue";
import { fieldCalled, fieldNames, type NamedField } from "./names";
import { FilterError } from "./problems";
import type { Pattern } from "./tree";

/** `at` and `end` count characters of the text. */
export type Token = { at: number; end: number } & (
  | { kind: "(" | ")" | "AND" | "OR" | "NOT" | "EXCEPT" | "end" }
  | ({ kind: "field" } & NamedField)
  | { kind: "pattern"; pattern: Pattern }
);

/** How a text is read. */
export type Dialect = {
  /** `foo:` where no field is called foo: a mistake, or the beginning of a word. */
  unknownField: "mistake" | "word";
  /**
   * As the first rules were read: these names alone, and just as they stand, are fields; no value is a keyword; and * behind a
   * value means nothing.
   */
  legacy?: { names: readonly string[] };
  /** Whether a regular expression is one; not asked where there is no way to know. */
  isRegex?: (source: string) => boolean;
  /** Told of each place where something is about to be read or could stand. */
  expects?: (place: Place) => void;
};

/** In which record's filter a place is, and of which field a value belongs there; null where a word or a field does. */
export type Place = { at: number; catalogue: Catalogue; named: NamedField | null };

const operators = ["AND", "OR", "NOT", "EXCEPT"] as const;
const space = /[\s\u3000]/;
// Chinese input methods type the wide forms.
const opening = "(（";
const closing = ")）";
export const quotes: Record<string, string> = { '"': '"', "“": "”", "「": "」" };
const wordEnd = /[\s\u3000()（）"“「]/;
const prefix = /^([\p{L}_][\p{L}\p{N}_.-]*)[:：](\/\/)?/u;

/** The next piece of a text from `from` on. Throws FilterError for a quote or a regular expression that does not end. */
export function tokenAt(source: string, from: number, catalogue: Catalogue, dialect: Dialect): Token {
  const at = afterSpace(source, from);
  const character = source.charAt(at);
  if (character === "") return { kind: "end", at, end: at };
  if (opening.includes(character)) return { kind: "(", at, end: at + 1 };
  if (closing.includes(character)) return { kind: ")", at, end: at + 1 };
  if (character === "-" && !space.test(source.charAt(at + 1) || " ")) return { kind: "NOT", at, end: at + 1 };
  return fieldAtStart(source, at, catalogue, dialect) ?? operatorAt(source, at) ?? patternAt(source, at);
}

export function afterSpace(source: string, from: number): number {
  let at = from;
  while (at < source.length && space.test(source.charAt(at))) at += 1;
  return at;
}

export function isOpening(source: string, at: number): boolean {
  return at < source.length && opening.includes(source.charAt(at));
}

function fieldAtStart(source: string, at: number, catalogue: Catalogue, dialect: Dialect): Token | null {
  const [all = "", written, address] = prefix.exec(source.slice(at, at + 200)) ?? [];
  if (written === undefined) return null;
  const called = fieldCalled(catalogue, written);
  const known = dialect.legacy && !dialect.legacy.names.includes(written) ? undefined : called;
  if (known) return { kind: "field", at, end: at + written.length + 1, ...known };
  if (address !== undefined || dialect.unknownField === "word") return null;
  const near = nearestOf(written, [...fieldNames(catalogue, "en"), ...fieldNames(catalogue, "zh")]);
  throw new FilterError("unknownField", at, all.slice(0, -1), near === undefined ? [] : [near]);
}

export function operatorAt(source: string, at: number): Token | null {
  const kind = operators.find(
    (one) => source.startsWith(one, at) && wordEnd.test(source.charAt(at + one.length) || " "),
  );
  return kind === undefined ? null : { kind, at, end: at + kind.length };
}

/** A word, a phrase in quotes or a regular expression: =Exact, agent*, "more words"*. */
export function patternAt(source: string, at: number): Extract<Token, { kind: "pattern" }> {
  const exact = source.charAt(at) === "=";
  const start = exact ? at + 1 : at;
  if (source.charAt(start) === "/" && !exact) return regexAt(source, at);
  const { text, end, quoted } = writtenAt(source, start);
  const starred = quoted ? source.charAt(end) === "*" : text.endsWith("*");
  const phrase = (starred && !quoted ? text.slice(0, -1) : text).trim();
  if (!hasWord(phrase)) throw new FilterError("emptyPhrase", at, text);
  return {
    kind: "pattern",
    at,
    end: starred && quoted ? end + 1 : end,
    pattern: { phrase, ...(exact ? { exact } : {}), ...(starred ? { open: starred } : {}) },
  };
}

/** Is there something in it that can be found? */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}\p{S}]/u.test(text);
}

/** What stands at a place up to the end of the quotes or of the word. */
export function writtenAt(source: string, at: number): { text: string; end: number; quoted: boolean } {
  const quote = quotes[source.charAt(at)];
  if (quote !== undefined) {
    const end = source.indexOf(quote, at + 1);
    if (end === -1) throw new FilterError("unclosedQuote", at, source.slice(at, at + 20));
    return { text: source.slice(at + 1, end), end: end + 1, quoted: true };
  }
  let end = at;
  while (end < source.length && !wordEnd.test(source.charAt(end))) end += 1;
  return { text: source.slice(at, end), end, quoted: false };
}

function regexAt(source: string, at: number): Extract<Token, { kind: "pattern" }> {
  let end = at + 1;
  while (end < source.length && source.charAt(end) !== "/") end += source.charAt(end) === "\\" ? 2 : 1;
  if (end >= source.length) throw new FilterError("unclosedRegex", at, source.slice(at, at + 20));
  const regex = source.slice(at + 1, end).replaceAll("\\/", "/");
  if (regex === "") throw new FilterError("emptyPhrase", at, "//");
  return { kind: "pattern", at, end: end + 1, pattern: { regex } };
}
