import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { plainText } from "./plain-text";

/** Pages of more elements than this are not articles, and would take long. */
const maxElements = 30_000;
const maxHtml = 2_000_000;
/** Less than this is a notice ("please enable JavaScript"), not an article. A Chinese character says as much as three letters. */
const minLetters = 200;
const lettersOfHan = 3;

/** The article of a page without what stands around it: its HTML, not yet cleaned, and its words. Null where there is none. */
export function readableArticle(html: string, url: string): { html: string; text: string } | null {
  try {
    const { document } = parseHTML(withBody(html.slice(0, maxHtml)));
    const base = document.createElement("base");
    base.setAttribute("href", url);
    document.head.prepend(base);
    withoutComments(document);
    showHiddenText(document);
    const marked = markedArticle(document);
    if (marked === null) return articleOf(document);
    const whole = document.body.innerHTML;
    document.body.innerHTML = marked;
    const found = articleOf(document);
    if (found !== null) return found;
    document.body.innerHTML = whole;
    return articleOf(document);
  } catch {
    // Both throw for what is no page, Readability also for one beyond its bounds.
    return null;
  }
}

/** HTML lets a page leave out <html>, <head> and <body>; the parser does not put them in. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  const content = html.replaceAll(/<!doctype[^>]*>|<\/?(?:html|head)\b[^>]*>/gi, "");
  return `<!doctype html><html><head></head><body>${content}</body></html>`;
}

function articleOf(document: Document): { html: string; text: string } | null {
  const isChinese = lettersIn(document.body) > 1.5 * (document.body.textContent?.length ?? 0);
  const charThreshold = isChinese ? minLetters / lettersOfHan : minLetters;
  const copy = document.cloneNode(true);
  if (!isDocument(copy)) return null;
  const html = new Readability(copy, { maxElemsToParse: maxElements, charThreshold }).parse()?.content ?? "";
  const text = plainText(html, 100_000);
  return letters(text) < minLetters ? null : { html, text };
}

function isDocument(node: Node): node is Document {
  return node.nodeType === node.DOCUMENT_NODE;
}

const aboutComments = /(^|[\s_-])(comments?|disqus|replies|respond|pinglun)([\s_-]|$)/i;

/** What readers wrote below outweighs a short article. */
function withoutComments(document: Document): void {
  const body = document.body;
  for (const element of body.querySelectorAll("[class], [id], [itemtype]")) {
    const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
    const isComment =
      aboutComments.test(names) || /schema\.org\/Comment$/.test(element.getAttribute("itemtype") ?? "");
    if (isComment && !element.querySelector("article, h1") && lettersIn(element) < lettersIn(body))
      element.remove();
  }
}

/** Some pages hide their text until a script runs: where most of it is hidden, it is what one came for. */
function showHiddenText(document: Document): void {
  const half = lettersIn(document.body) / 2;
  for (const element of document.body.querySelectorAll("[style], [hidden], [aria-hidden]"))
    if (mayHide(element) && lettersIn(element) > half)
      for (const name of ["style", "hidden", "aria-hidden"]) element.removeAttribute(name);
}

/** Asked before its text is weighed: most styles hide nothing, and a page may have thousands. */
function mayHide(element: Element): boolean {
  const isMarked = element.hasAttribute("hidden") || element.hasAttribute("aria-hidden");
  return isMarked || /hidden|none|opacity/i.test(element.getAttribute("style") ?? "");
}

/** The one element that the page itself calls its article. */
function markedArticle(document: Document): string | null {
  const marked = [...document.body.querySelectorAll("[itemprop~=articleBody], article, #js_content")];
  const outermost = marked.filter(
    (one) => !one.parentElement?.closest("[itemprop~=articleBody], article, #js_content"),
  );
  const [only] = outermost;
  return only !== undefined && outermost.length === 1 ? only.outerHTML : null;
}

function lettersIn(element: Element): number {
  return letters(element.textContent ?? "");
}

function letters(text: string): number {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length + (lettersOfHan - 1) * (plain.match(/\p{Script=Han}/gu)?.length ?? 0);
}
