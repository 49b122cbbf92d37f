import { guessDecode } from "./encoding";
import { decodeWindows1252 } from "./windows-1252";

/**
 * The text of a feed document. In order: a byte order mark, the HTTP header's charset, the byte pattern of "<?xml" in UTF-16
 * and UTF-32, the XML declaration, UTF-8. A name nobody knows falls through to the next guess; bytes that do not fit become
 * U+FFFD and are never an error. The header wins over the declaration (RFC 7303), except that text/* without a charset says
 * nothing.
 */
export function decodeDocument(body: Uint8Array, contentType: string | null | undefined): string {
  const mark = byteOrderMark(body);
  if (mark) return decode(body.subarray(mark.length), mark.encoding) ?? "";
  const pattern = declarationPattern(body);
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1];
  const latin = decodeWindows1252(body.subarray(0, 1000));
  const declared = /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(latin)?.[1];
  for (const encoding of [header, pattern, declared]) {
    const text = encoding === undefined ? null : decode(body, encoding);
    // A header that says UTF-8 of bytes that are not is a server's default, not a fact.
    if (text !== null && !(encoding === header && declared !== undefined && isBroken(text))) return text;
  }
  const utf8 = new TextDecoder("utf-8").decode(body);
  return isBroken(utf8) ? guessDecode(body) : utf8;
}

/** More than a stray byte does not fit: of the letters that are not ASCII, one in twenty. */
function isBroken(text: string): boolean {
  const missing = text.match(/\uFFFD/g)?.length ?? 0;
  return missing > 0 && missing * 20 > (text.match(/\P{ASCII}/gu)?.length ?? 0);
}

function byteOrderMark(body: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c, d] = body;
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: "utf-32be", length: 4 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: "utf-32le", length: 4 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", length: 2 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", length: 3 };
  return null;
}

/** How "<?" or "<r" begins when a character takes two or four bytes (XML 1.0, appendix F). */
function declarationPattern(body: Uint8Array): string | undefined {
  const [a, b, c, d] = body;
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return "utf-32be";
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0x3c && c === 0) return "utf-16be";
  if (a === 0x3c && b === 0 && d === 0) return "utf-16le";
  return undefined;
}

function decode(body: Uint8Array, encoding: string): string | null {
  const name = encoding.toLowerCase().replaceAll("_", "-");
  if (name.startsWith("utf-32") || name.startsWith("ucs-4")) return decodeUtf32(body, !name.endsWith("le"));
  // A document that names UTF-16 in one-byte letters cannot be it.
  if (/^(utf-?16|ucs-?2|iso-10646)/.test(name) && !body.subarray(0, 8).includes(0)) return null;
  const label =
    { "utf-16": "utf-16le", "x-gbk": "gbk", cp936: "gbk", "us-ascii": "windows-1252", utf8: "utf-8" }[name] ??
    name;
  try {
    if (new TextDecoder(label).encoding === "windows-1252") return decodeWindows1252(body);
    return new TextDecoder(label).decode(body);
  } catch {
    return null;
  }
}

function decodeUtf32(body: Uint8Array, bigEndian: boolean): string {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const points: string[] = [];
  for (let at = 0; at + 4 <= body.byteLength; at += 4) {
    const point = view.getUint32(at, !bigEndian);
    points.push(point <= 0x10ffff ? String.fromCodePoint(point) : "\uFFFD");
  }
  return points.join("");
}
