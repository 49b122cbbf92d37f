import { simplified } from "./simplified";
import { singular } from "./singular";

/**
 * The one tokenizer of search: what is stored for a text and what is asked for a query come from here, so that they cannot
 * cut differently. A chunk ("GPT-4", "AT&T", "Qwen2.5") gives its parts, its runs of letters and digits, and its joined form.
 */

/** Raised with every change of the terms a text gives; what is stored by another version is indexed anew. */
export const termsVersion = 1;

/** Scripts written without spaces, and pictures: each character and each pair of neighbours is a term. */
const unspaced =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Extended_Pictographic}ー々〆";
const unspacedRun = new RegExp(`(?:[${unspaced}]\\p{M}*)+`, "gu");
const unspacedCharacter = new RegExp(`[${unspaced}]\\p{M}*`, "gu");
const mark = /\p{M}/u;
/** Letters and digits, with the marks that join them inside one name: 1.5, AT&T, x@y.z, C++, don't. */
const chunk = /[\p{L}\p{N}\p{M}]+(?:(?:[-.&@/_'’:+·]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}\p{M}]+)*[+#]{0,2}/gu;
/** Numbers with their decimals, and what stands between two marks; a chunk's pieces of either kind are terms of its text. */
const word = /(?:\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}\p{M}]+)[+#]{0,2}/gu;
/** A chunk that is its own only piece; most are. */
const plainWord = /^[a-z]+$/;
const pieces = [word, /[\p{L}\p{N}\p{M}]+/gu, /\p{N}+(?:\.\p{N}+)*|[\p{L}\p{M}]+/gu];

/** PostgreSQL refuses a lexeme of 2 KB or more; no word a person looks for is longer than this. */
const maxTerm = 200;
/** Nor does it hold more than 1 MB for one text: of one that is longer the beginning is found. */
const maxTermBytes = 900_000;
/** Of a UTF-16 unit in UTF-8. */
const maxBytesEach = 3;

const special: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
};

/** Full width, capitals, accents of Latin, Greek and Cyrillic, traditional characters: what must not matter to a search. */
export function folded(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[ßøłđıæœðþ]/g, (letter) => special[letter] ?? letter);
  return simplified(plain);
}

/** Every term a text is found by, each once. */
export function indexTerms(text: string): string[] {
  const terms = new Set<string>();
  const plain = folded(text);
  for (const run of new Set(plain.match(unspacedRun))) for (const term of grams(run)) terms.add(term);
  const chunks = new Set(plain.replace(unspacedRun, " ").match(chunk));
  for (const found of chunks) {
    terms.add(termOf(joined(found)));
    if (plainWord.test(found)) continue;
    for (const kind of pieces) for (const one of found.match(kind) ?? []) terms.add(termOf(one));
  }
  terms.delete("");
  return fitting([...terms]);
}

function fitting(terms: string[]): string[] {
  let bytes = 0;
  const end = terms.findIndex((term) => {
    bytes += maxBytesEach * term.length;
    return bytes > maxTermBytes;
  });
  return end === -1 ? terms : terms.slice(0, end);
}

/** All of `all` must be found; each is one of several ways: a term, or terms together. `open`: its last letters may be missing. */
export type SearchQuery = { all: { ways: { terms: string[]; open: boolean }[] }[] };

/** Words so common that asking for them tells nothing beside others. */
const common = new Set(
  "a an and are as at be by for from has have how in is it its of on or that the this to was were what when who why will with you your".split(
    " ",
  ),
);

/** What a query asks for; null when it holds no letter or digit. */
export function searchQuery(text: string): SearchQuery | null {
  const plain = folded(text);
  const all: SearchQuery["all"] = [];
  const lesser: SearchQuery["all"] = [];
  for (const [run] of plain.matchAll(unspacedRun)) {
    const terms = pairs(run);
    all.push({ ways: [{ terms, open: false }] });
  }
  for (const [found] of plain.replace(unspacedRun, " ").matchAll(chunk)) {
    const words = [...found.matchAll(word)].map(([one]) => termOf(one));
    const whole = termOf(joined(found));
    const ways = [{ terms: [whole], open: isOpen(whole) }];
    if (words.length > 1) ways.push({ terms: words, open: false });
    (words.length === 1 && common.has(whole) ? lesser : all).push({ ways });
  }
  const asked = all.length > 0 ? all : lesser;
  return asked.length > 0 ? { all: asked } : null;
}

/** Does a text with these terms meet the query? The same answer as the index gives. */
export function meetsSearch(terms: ReadonlySet<string>, query: SearchQuery): boolean {
  const found = (term: string, open: boolean) =>
    terms.has(term) || (open && [...terms].some((one) => one.startsWith(term)));
  return query.all.every(({ ways }) => ways.some((way) => way.terms.every((term) => found(term, way.open))));
}

/** Finds a name by words as above, or by a part of it, which while one types may be a letter. */
export function nameFinder(words: string): (name: string) => boolean {
  const query = searchQuery(words);
  const part = folded(words.trim());
  return (name) =>
    folded(name).includes(part) || (query !== null && meetsSearch(new Set(indexTerms(name)), query));
}

/** The query as PostgreSQL's text search writes it, over terms stored as they are. */
export function tsquery(query: SearchQuery): string {
  const lexeme = (term: string, open: boolean) =>
    `'${term.replace(/[\\']/g, "\\$&").replace(/\\'/g, "''")}'${open ? ":*" : ""}`;
  return query.all
    .map(({ ways }) => {
      const said = ways.map(({ terms, open }) => terms.map((term) => lexeme(term, open)).join(" & "));
      return said.length === 1 ? said.join() : `(${said.map((one) => `(${one})`).join(" | ")})`;
    })
    .join(" & ");
}

/** The end of a word may be missing while one types; of a number or of two letters it may not, lest AI finds air. */
function isOpen(term: string): boolean {
  return /^\p{L}{3,}/u.test(term);
}

/** "gpt-4" → "gpt4", "qwen2.5" as it is, "at&t" → "att". */
function joined(found: string): string {
  return found.replace(/(?<!\p{N})\.|\.(?!\p{N})|[-&@/_'’:·,]|\+(?=[\p{L}\p{N}])/gu, "");
}

function termOf(text: string): string {
  return singular(text).slice(0, maxTerm);
}

/** With the marks on them: a Thai vowel, the colour of a picture. */
function charactersOf(run: string): string[] {
  return mark.test(run) ? (run.match(unspacedCharacter) ?? []) : Array.from(run);
}

function grams(run: string): string[] {
  const characters = charactersOf(run);
  return [...characters, ...pairsOf(characters)];
}

/** The pairs of a run, or its one character. */
function pairs(run: string): string[] {
  const characters = charactersOf(run);
  return characters.length === 1 ? characters : pairsOf(characters);
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
