import sanitizeHtml from "sanitize-html";
import { plainText } from "./plain-text";

export { plainText } from "./plain-text";

/** More than this is not shown: what misnests tags costs the square of their number. */
const maxHtml = 200_000;

const allowedTags = [
  "p",
  "br",
  "hr",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "pre",
  "code",
  "ul",
  "ol",
  "li",
  "dl",
  "dt",
  "dd",
  "b",
  "strong",
  "i",
  "em",
  "u",
  "s",
  "del",
  "ins",
  "sub",
  "sup",
  "small",
  "mark",
  "abbr",
  "q",
  "cite",
  "a",
  "table",
  "caption",
  "thead",
  "tbody",
  "tfoot",
  "tr",
  "th",
  "td",
  "figure",
  "figcaption",
  "span",
];

/**
 * HTML of a stranger made fit to stand in our page: known elements without scripts, styles or events, links that open apart
 * and pass nothing on. Images are not loaded, since their host would learn who reads; their description stays.
 */
export function cleanHtml(html: string, baseUrl: string): string {
  return sanitizeHtml(html.slice(0, maxHtml), {
    allowedTags,
    allowedAttributes: {
      a: ["href", "title", "rel", "target"],
      th: ["colspan", "rowspan"],
      td: ["colspan", "rowspan"],
      abbr: ["title"],
    },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nonTextTags: ["script", "style", "textarea", "option", "noscript", "iframe", "embed", "svg", "math"],
    nestingLimit: 60,
    transformTags: {
      // A page has one first heading, and it is ours.
      h1: "h3",
      h2: "h3",
      a: (_, attributes) => ({ tagName: "a", attribs: linkAttributes(attributes, baseUrl) }),
      img: (_, { alt = "" }) => ({ tagName: "span", attribs: {}, text: alt.trim() ? `[${alt.trim()}]` : "" }),
    },
  });
}

function linkAttributes(
  { href = "", title }: sanitizeHtml.Attributes,
  baseUrl: string,
): sanitizeHtml.Attributes {
  const shown: sanitizeHtml.Attributes = title === undefined ? {} : { title };
  if (href === "" || !URL.canParse(href, baseUrl)) return shown;
  return {
    ...shown,
    href: new URL(href, baseUrl).href,
    rel: "noopener noreferrer nofollow",
    target: "_blank",
  };
}

const formatting =
  /<\/?(?:a|b|br|code|div|em|font|h[1-6]|i|img|mark|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;
const unseen = /<(script|style|iframe|object|applet)\b[^<>]*>[^<]*<\/\1\s*>/gi;

/**
 * A title whose source does not say whether it is HTML, as a line without formatting. Other angle brackets are part of what
 * it says: "Vec<T> in Rust".
 */
export function cleanTitle(text: string, maxChars: number): string {
  const seen = text
    .slice(0, 20 * maxChars)
    .replace(unseen, "")
    .replace(formatting, "");
  return plainText(seen.replaceAll("<", "&lt;"), maxChars);
}
