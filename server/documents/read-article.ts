import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { plainText } from "./plain-text";

/** Pages of more elements than this are not articles, and would take long. */
const maxElements = 30_000;
const maxHtml = 2_000_000;
/** Less than this is a notice ("please enable JavaScript"), not an article. */
const minCharacters = 200;

/** The article of a page without what stands around it: its HTML, not yet cleaned, and its words. Null where there is none. */
export function readableArticle(html: string, url: string): { html: string; text: string } | null {
  const article = readArticle(html.slice(0, maxHtml), url);
  const content = article?.content ?? "";
  const text = plainText(content, 100_000);
  return text.length < minCharacters ? null : { html: content, text };
}

/** HTML lets a page leave out <html>, <head> and <body>; the parser does not put them in. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  const content = html.replaceAll(/<!doctype[^>]*>|<\/?(?:html|head)\b[^>]*>/gi, "");
  return `<!doctype html><html><head></head><body>${content}</body></html>`;
}

function readArticle(html: string, url: string) {
  try {
    const { document } = parseHTML(withBody(html));
    const base = document.createElement("base");
    base.setAttribute("href", url);
    document.head.prepend(base);
    return new Readability(document, { maxElemsToParse: maxElements }).parse();
  } catch {
    // Both throw for what is no page, the latter also for one beyond its bounds.
    return null;
  }
}
