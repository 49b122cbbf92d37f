import { cleanTitle, plainText } from "@/server/documents/clean-html";
import type { XmlElement } from "@/server/documents/xml-tree";

/** What elements say: as text, as HTML, as one line. */

const maxTitle = 1000;

export function childrenOf(element: XmlElement, key: string): XmlElement[] {
  return element.children.filter((child) => typeof child !== "string" && child.key === key) as XmlElement[];
}

/** The first child with the first of these keys that has one with something in it. */
export function childOf(element: XmlElement, ...keys: string[]): XmlElement | null {
  for (const key of keys) {
    const found = childrenOf(element, key).find((child) => child.children.length > 0);
    if (found) return found;
  }
  return null;
}

export function textOf(element: XmlElement | null): string | null {
  return element === null ? null : collect(element).trim() || null;
}

function collect(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : collect(child))).join("");
}

/** The text of the first child with one of these keys. */
export function childText(element: XmlElement, ...keys: string[]): string | null {
  return textOf(childOf(element, ...keys));
}

/** The element's content as HTML, whichever of the five ways of writing it was chosen; not yet cleaned. */
export function htmlOf(element: XmlElement | null, isAtom: boolean): string | null {
  if (element === null) return null;
  const inside = element.children.some((child) => typeof child !== "string");
  if (inside) return inlineHtml(element).trim() || null;
  const text = textOf(element);
  if (text === null) return null;
  if (isBase64(element)) return Buffer.from(text, "base64").toString("utf8").trim() || null;
  return isAtom && isPlain(element) && !looksLikeHtml(text) ? escapeHtml(text) : text;
}

/** The element's content as a line. HTML loses its tags where it is declared; elsewhere only what is plainly formatting. */
export function lineOf(element: XmlElement | null, isAtom: boolean): string | null {
  const html = htmlOf(element, isAtom);
  if (element === null || html === null) return null;
  const declared = isAtom && /html/.test(typeOf(element)) && !/^text$|plain/.test(typeOf(element));
  return (declared || isBase64(element) ? plainText(html, maxTitle) : cleanTitle(html, maxTitle)) || null;
}

function typeOf(element: XmlElement): string {
  return element.attributes.get("type")?.trim().toLowerCase() ?? "";
}

/** Atom calls text what names no type; feeds do that with HTML too, see looksLikeHtml. */
function isPlain(element: XmlElement): boolean {
  const mode = element.attributes.get("mode")?.toLowerCase();
  return mode !== "escaped" && ["", "text", "text/plain"].includes(typeOf(element));
}

function isBase64(element: XmlElement): boolean {
  if (element.attributes.get("mode")?.toLowerCase() === "base64") return true;
  const type = typeOf(element);
  return type.includes("/") && !/^text\/|[/+]xml|html/.test(type);
}

export function looksLikeHtml(text: string): boolean {
  return /<\/(a|b|blockquote|code|div|em|h[1-6]|i|li|p|pre|span|strong|table|ul)>|<(br|hr|img|p)\b[^<>]*>/i.test(
    text,
  );
}

const empty = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

/** The children written out as HTML; a lone <div>, Atom's wrapping, is left out. */
function inlineHtml(element: XmlElement): string {
  const meant = element.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  const [only] = meant;
  if (meant.length === 1 && only !== undefined && typeof only !== "string" && nameOf(only) === "div")
    return only.children.map(written).join("");
  return element.children.map(written).join("");
}

function written(node: XmlElement | string): string {
  if (typeof node === "string") return looksLikeHtml(node) ? node : escapeHtml(node);
  const name = nameOf(node);
  const attributes = [...node.attributes]
    .filter(([attribute]) => /^[a-z-]+$/.test(attribute) && attribute !== "xmlns")
    .map(
      ([attribute, value]) =>
        ` ${attribute}="${escapeHtml(inPlace(attribute, value, node)).replaceAll('"', "&quot;")}"`,
    );
  const start = `<${name}${attributes.join("")}>`;
  return empty.has(name) ? start : `${start}${node.children.map(written).join("")}</${name}>`;
}

/** An address below xml:base, made whole while the base is known. */
function inPlace(attribute: string, value: string, { base, hasBase }: XmlElement): string {
  const isAddress = hasBase && (attribute === "href" || attribute === "src") && URL.canParse(value, base);
  return isAddress ? new URL(value, base).href : value;
}

function nameOf({ key }: XmlElement): string {
  return key.slice(key.lastIndexOf(":") + 1);
}

/** HTML's own entities stay: XML knows few of them, and they are what the writer meant. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&(?![a-z][a-z\d]{1,30};)/gi, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
