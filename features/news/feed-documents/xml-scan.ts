/** Names arrive in lower case, attribute values and text with XML's own entities decoded. `open` answers false to stop. */
export type XmlEvents = {
  text(words: string): void;
  open(name: string, attributes: Map<string, string>, isEmpty: boolean): boolean;
  close(name: string): void;
};

const tagName = /\/?[A-Za-z_\u0080-\uffff][^\s/>=<"']*/y;
const mostAttributes = 100;

/**
 * Goes through a text as XML once, from left to right, however ill-formed it is: tags that end nowhere and lone "<" are text,
 * unclosed sections reach to the end. The document type is skipped with everything it declares, so no entity is ever
 * expanded and nothing outside is named. Time is linear in the length: every search that finds nothing is made once.
 */
export function scanXml(text: string, events: XmlEvents): void {
  const search = searcher(text);
  let at = 0;
  while (at < text.length) {
    const start = search("<", at);
    const upTo = start < 0 ? text.length : start;
    if (upTo > at) events.text(decodeXml(text.slice(at, upTo)));
    if (start < 0) return;
    if (text.startsWith("<![CDATA[", start)) {
      const end = search("]]>", start + 9);
      events.text(text.slice(start + 9, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end + 3;
    } else if (text.startsWith("<!--", start)) {
      at = after(search("-->", start + 4), 3, text);
    } else if (text.startsWith("<?", start)) {
      at = after(search(">", start + 2), 1, text);
    } else if (text.startsWith("<!", start)) {
      at = declarationEnd(text, start, search);
    } else {
      const next = readTag(text, start, search, events);
      if (next === null) return;
      at = next;
    }
  }
}

type Search = (what: string, from: number) => number;

/** indexOf that remembers what does not come any more: asking again from further on would read the rest each time. */
function searcher(text: string): Search {
  const absent = new Set<string>();
  return (what, from) => {
    if (absent.has(what)) return -1;
    const found = text.indexOf(what, from);
    if (found < 0) absent.add(what);
    return found;
  };
}

function after(found: number, length: number, text: string): number {
  return found < 0 ? text.length : found + length;
}

/** Behind "<!DOCTYPE … [ … ]>": the internal subset may hold ">" in quotes and brackets. */
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
  return text.length;
}

/** Reports the tag at `start` and gives the place behind it; null to stop. */
function readTag(text: string, start: number, search: Search, events: XmlEvents): number | null {
  tagName.lastIndex = start + 1;
  const name = tagName.exec(text)?.[0].toLowerCase();
  const end = name === undefined ? -1 : tagEnd(text, start + 1 + name.length, search);
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
  return events.open(name, attributesOf(inside), isEmpty) ? end + 1 : null;
}

/** The ">" that ends a tag; one inside a quoted value does not, unless the quote never closes. -1: there is none. */
function tagEnd(text: string, from: number, search: Search): number {
  let at = from;
  for (;;) {
    const end = search(">", at);
    if (end < 0) return -1;
    const quote = firstQuote(text, at, end);
    const closing = quote < 0 ? -1 : search(text.charAt(quote), quote + 1);
    if (closing < 0) return end;
    at = closing + 1;
  }
}

/** Where a value's quote opens between two places, after "="; -1 when none does. */
function firstQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const letter = text.charAt(at);
    if (letter === '"' || letter === "'") return at;
  }
  return -1;
}

function attributesOf(inside: string): Map<string, string> {
  const found = new Map<string, string>();
  const pattern = /([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/g;
  for (const [, name = "", double, single, bare] of inside.matchAll(pattern)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decodeXml(double ?? single ?? bare ?? ""));
    if (found.size >= mostAttributes) break;
  }
  return found;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const cp1252 = new TextDecoder("windows-1252");

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
  if (point >= 0x80 && point <= 0x9f) return cp1252.decode(Uint8Array.of(point));
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : null;
}
