import { windowsLetter } from "./windows-1252";

/**
 * Names arrive in lower case; `at` is where the tag begins. `open` answers false to stop.
 */
export type XmlEvents = {
  text(words: string): void;
  open(name: string, attributes: Map<string, string>, isEmpty: boolean, at: number): boolean;
  close(name: string): void;
};

const tagName = /\/?[A-Za-z_\u0080-\uffff][^\s/>=<"']*/y;
const maxAttributes = 100;

/**
 * Goes through a text as XML once, from left to right, however ill-formed it is: tags that end nowhere and lone "<" are text,
 * unclosed sections reach to the end. Text and attribute values arrive decoded by `decode`. The document type is skipped with everything it declares, so no entity is ever
 * expanded and nothing outside is named. Time is linear in the length: every search that finds nothing is made once.
 */
export function scanXml(text: string, events: XmlEvents, decode = decodeXml): void {
  const search = searcher(text);
  const tagEnd = tagEnds(text, search);
  let at = 0;
  let hasDoctype = false;
  while (at < text.length) {
    const start = search("<", at);
    const upTo = start < 0 ? text.length : start;
    if (upTo > at) events.text(decode(text.slice(at, upTo)));
    if (start < 0) return;
    if (text.startsWith("<![CDATA[", start)) {
      const end = search("]]>", start + 9);
      events.text(text.slice(start + 9, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end + 3;
    } else if (text.startsWith("<!--", start)) {
      const end = search("-->", start + 4);
      // One that never ends would hide the rest; the writer thought it ended with its bracket.
      at = end >= 0 ? end + 3 : after(search(">", start), 1, text);
    } else if (text.startsWith("<?", start)) {
      at = after(search(">", start + 2), 1, text);
    } else if (text.startsWith("<!", start)) {
      const end = hasDoctype ? -1 : declarationEnd(text, start, search);
      at = end >= 0 ? end : after(search(">", start), 1, text);
      hasDoctype = true;
    } else {
      const next = readTag(text, start, tagEnd, events, decode);
      if (next === null) return;
      at = next;
    }
  }
}

type Search = (what: string, from: number) => number;
type TagEnd = (from: number) => number;

/** indexOf that remembers its last answer for each thing looked for: asking again would read the same stretch again. */
function searcher(text: string): Search {
  const last = new Map<string, { from: number; found: number }>();
  return (what, from) => {
    const known = last.get(what);
    if (known && from >= known.from && (known.found < 0 || from <= known.found)) return known.found;
    const found = text.indexOf(what, from);
    last.set(what, { from, found });
    return found;
  };
}

function after(found: number, length: number, text: string): number {
  return found < 0 ? text.length : found + length;
}

/** Behind "<!DOCTYPE … [ … ]>": the internal subset may hold ">" in quotes and brackets. -1: it never ends. */
function declarationEnd(text: string, start: number, search: Search): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const letter = text.charAt(at);
    if (depth > 0 && (letter === '"' || letter === "'")) {
      const end = search(letter, at + 1);
      if (end >= 0) at = end;
    } else if (letter === "[") depth++;
    else if (letter === "]") depth--;
    else if (letter === ">" && depth <= 0) return at + 1;
  }
  return -1;
}

/** Reports the tag at `start` and gives the place behind it; null to stop. */
function readTag(
  text: string,
  start: number,
  tagEnd: TagEnd,
  events: XmlEvents,
  decode: (text: string) => string,
): number | null {
  tagName.lastIndex = start + 1;
  const name = tagName.exec(text)?.[0].toLowerCase();
  const end = name === undefined ? -1 : tagEnd(start + 1 + name.length);
  if (name === undefined || end < 0) {
    events.text("<");
    return start + 1;
  }
  if (name.startsWith("/")) {
    events.close(name.slice(1));
    return end + 1;
  }
  const inside = text.slice(start + 1 + name.length, end);
  const isEmpty = inside.endsWith("/");
  const attributes = attributesOf(isEmpty ? inside.slice(0, -1) : inside, decode);
  const goesOn = events.open(name, attributes, isEmpty, start);
  return goesOn ? end + 1 : null;
}

/**
 * Finds the ">" that ends a tag: one inside a quoted value does not. When quotes are so unbalanced that none is left, the
 * first ">" does; that costs a reading in vain, and after a few times the text's length quotes are no longer believed.
 */
function tagEnds(text: string, search: Search): TagEnd {
  let patience = 4 * text.length;
  return (from) => {
    const first = search(">", from);
    if (first < 0 || patience < 0) return first;
    let at = from;
    for (let end = first; end >= 0; end = search(">", at)) {
      const quote = firstQuote(text, at, end);
      const closing = quote < 0 ? -1 : search(text.charAt(quote), quote + 1);
      if (closing < 0) return end;
      at = closing + 1;
    }
    patience -= at - from;
    return first;
  };
}

function firstQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const letter = text.charAt(at);
    if (letter === '"' || letter === "'") return at;
  }
  return -1;
}

/** Of a tag longer than this only the beginning is read for attributes. */
const maxTag = 100_000;

function attributesOf(inside: string, decode: (text: string) => string): Map<string, string> {
  const found = new Map<string, string>();
  // A name starts where none goes on; without that, a long word would be tried from each of its letters.
  const pattern = /(?<![^\s"'/])([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;
  for (const [, name = "", double, single, bare] of inside.slice(0, maxTag).matchAll(pattern)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decode(double ?? single ?? bare ?? ""));
    if (found.size >= maxAttributes) break;
  }
  return found;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The five entities of XML and character numbers. Others, and a bare "&", stay as they are: HTML may know them. */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (all, decimal, hex, name) => {
      if (name) return named[String(name)] ?? all;
      return character(decimal ? Number(decimal) : Number.parseInt(hex, 16)) ?? all;
    },
  );
}

/** Numbers 128–159 are control characters that nobody means: they come from Windows texts. */
export function character(point: number): string | null {
  if (point >= 0x80 && point <= 0x9f) return windowsLetter(point);
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : null;
}
