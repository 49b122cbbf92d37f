import sanitizeHtml from "sanitize-html";
import { decodeXml, scanXml } from "./xml-scan";

const breaks = /^(br|p|div|li|h\d|tr|td|th|dd|dt|blockquote|pre|section|article)$/;

/**
 * The words of some HTML in one line, at most `maxChars` characters (of what readers see as one each). Reads no more of the
 * HTML than can matter for that, and in a time that grows with its length alone, whatever is in it.
 */
export function plainText(html: string, maxChars: number): string {
  const text = /[<&]/.test(html) ? decodeHtml(textIn(html.slice(0, 50_000 + 20 * maxChars))) : html;
  const line = text.replace(/\s+/g, " ").trim();
  // No letter takes more than two units, so a cut at twice the limit loses none that counts.
  const letters = [...line.slice(0, 2 * maxChars + 2)];
  if (letters.length <= maxChars) return line;
  return `${letters
    .slice(0, maxChars - 1)
    .join("")
    .trimEnd()}…`;
}

/** What stands between the tags, entities as they are. */
function textIn(html: string): string {
  const words: string[] = [];
  const space = (name: string) => {
    if (breaks.test(name)) words.push(" ");
  };
  scanXml(
    withoutUnseen(html),
    {
      text: (text) => words.push(text),
      open: (name) => {
        space(name);
        return true;
      },
      close: space,
    },
    (text) => text,
  );
  return words.join("");
}

/**
 * Without scripts and the like: nobody reads them, and what looks like a tag in them is none. What never ends counts to the
 * end of the text when it is a script; of others only the tag goes.
 */
function withoutUnseen(html: string): string {
  const kept: string[] = [];
  const start = /<(script|style|textarea|iframe|svg|math|template)(?![\w-])[^<>]*>?/gi;
  const endless = new Set<string>();
  let at = 0;
  for (let found = start.exec(html); found !== null; found = start.exec(html)) {
    const name = found[1]?.toLowerCase() ?? "";
    if (found.index < at || endless.has(name) || found[0].endsWith("/>")) continue;
    const end = new RegExp(`</${name}[^<>]*>?`, "gi");
    end.lastIndex = start.lastIndex;
    const ends = end.exec(html) !== null;
    if (!ends) endless.add(name);
    if (!ends && !/^(script|style)$/.test(name)) continue;
    kept.push(html.slice(at, found.index));
    at = ends ? end.lastIndex : html.length;
    start.lastIndex = at;
  }
  kept.push(html.slice(at));
  return kept.join("");
}

/** Text with all of HTML's entities decoded, once. The library knows their names; it leaves the special characters escaped. */
function decodeHtml(text: string): string {
  if (!text.includes("&")) return text;
  const escaped = text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return decodeXml(sanitizeHtml(escaped, { allowedTags: [], allowedAttributes: {} }));
}
