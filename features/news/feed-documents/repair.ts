/**
 * Mends what feeds get wrong so often that readers do not see it: a document type nobody needs, a document cut off in the
 * middle, an RSS without its channel. Removing the document type also removes every entity it defines: nothing is expanded
 * and nothing outside is named.
 */
export function repairXml(text: string): string {
  return closeOpenElements(wrapChannel(withoutDoctype(text.replace(/^(?:[^<]+|<!--[\s\S]*?-->)+/, ""))));
}

/** The declaration with its internal subset, which may hold ">" inside brackets and quotes. */
function withoutDoctype(text: string): string {
  const start = text.search(/<!DOCTYPE/i);
  const root = text.search(/<(?![!?])/);
  // Inside an element it is somebody's text about doctypes.
  if (start < 0 || (root >= 0 && root < start)) return text;
  let depth = 0;
  let quote = "";
  for (let at = start; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote) quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "[") depth++;
    else if (letter === "]") depth--;
    else if (letter === ">" && depth <= 0) return text.slice(0, start) + text.slice(at + 1);
  }
  return text.slice(0, start);
}

function wrapChannel(text: string): string {
  const open = /<rss(\s[^>]*)?>/i.exec(text);
  if (!open || /<channel[\s>]/i.test(text)) return text;
  const inside = open.index + open[0].length;
  const end = text.search(/<\/rss\s*>?\s*$/i);
  const rest = end < 0 ? text.length : end;
  return `${text.slice(0, inside)}<channel>${text.slice(inside, rest)}</channel></rss>`;
}

const token =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([A-Za-z_][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)(>|$)/g;

/** Ends what a cut-off document left open: a section, a tag, and the elements around it. */
function closeOpenElements(text: string): string {
  const open: string[] = [];
  let whole = text;
  for (const found of text.matchAll(token)) {
    const [all, slash, name, , selfClosing, end] = found;
    if (all.startsWith("<![CDATA[") && !all.endsWith("]]>")) whole = `${text}]]>`;
    else if (all.startsWith("<!--") && !all.endsWith("-->")) whole = `${text}-->`;
    else if (name !== undefined && end === "") whole = `${text}>`;
    if (name === undefined) continue;
    if (slash) {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    } else if (!selfClosing) open.push(name);
  }
  const last = whole.lastIndexOf("<");
  if (last > whole.lastIndexOf(">")) whole = whole.slice(0, last);
  return (
    whole +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join("")
  );
}
