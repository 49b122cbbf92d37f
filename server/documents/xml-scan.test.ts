import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discoverFeeds } from "@/features/feeds/formats/discover";
import { parseOpml } from "@/features/feeds/formats/opml";
import { NotAFeed, parseFeed } from "@/features/feeds/formats/parse-feed";
import { cleanHtml, plainText } from "./clean-html";
import { scanXml } from "./xml-scan";

function events(text: string): string[] {
  const seen: string[] = [];
  scanXml(text, {
    text: (words) => seen.push(words),
    open: (name, attributes, isEmpty) => {
      const listed = [...attributes].map(([key, value]) => ` ${key}=${value}`).join("");
      return seen.push(`<${name}${listed}${isEmpty ? "/" : ""}>`) > 0;
    },
    close: (name) => seen.push(`</${name}>`),
  });
  return seen;
}

describe("scanXml", () => {
  it.each([
    ["<A b=\"1 > 0\" c='&lt;' d=e/>", ["<a b=1 > 0 c=< d=e/>"]],
    ["a &amp; b & c &#x4e00;&#146;", ["a & b & c 一’"]],
    ["1 < 2 <b>x</b>", ["1 ", "<", " 2 ", "<b>", "x", "</b>"]],
    ["<![CDATA[<b>&amp;]]>x", ["<b>&amp;", "x"]],
    ['<!DOCTYPE r [<!ENTITY a "]>">]><r/>', ["<r/>"]],
    ["<!-- a > b --><?php x ?>y", ["y"]],
    ["<!-- never closed ><r/>", ["<r/>"]],
    ['<a b="never closed>x', ["<a>", "x"]],
  ])("reads %j", (text, expected) => expect(events(text)).toEqual(expected));

  it("survives any text", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "<a",
      "</a>",
      "<![CDATA[",
      "]]>",
      "<!--",
      "&",
      "=",
      " ",
      "模",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => events(pieces.join(""))).not.toThrow();
      }),
    );
  });
});

/** Each would take minutes where every piece is compared with every other. The bound leaves room for a busy machine. */
describe("a megabyte of malice is read in passing", () => {
  const megabyte = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));
  const malice = {
    "closing tags": megabyte("<x>") + megabyte("</y>"),
    depth: megabyte("<div>"),
    "open tags": megabyte("<item "),
    quotes: megabyte('<a b="'),
    "quoted brackets": `<a "${megabyte("<b '>' ")}"`,
    comments: megabyte("<!--"),
    sections: megabyte("<![CDATA["),
    doctypes: megabyte("<!DOCTYPE ["),
    scripts: megabyte("<script>"),
    letters: `<a ${megabyte("b")} c='d'>`,
    spaces: `<a b${megabyte(" ")}>`,
    spacesInside: `<rss><item><pubDate>1${megabyte(" ")}</pubDate><author>a@b${megabyte(" ")}</author></item></rss>`,
    outlines: megabyte("<outline "),
    links: megabyte('<link href="'),
    titles: `<rss><channel>${megabyte("<item><title>a</title>")}`,
    entities: megabyte("&eacute;"),
    namespaces: megabyte('<a xmlns:b="c">'),
  };
  // What takes the square of a megabyte does not come back before any runner gives up.
  it.each(Object.entries(malice))("%s", { timeout: 120_000 }, (_, text) => {
    const readers = [
      () => parseFeed({ body: Buffer.from(text), url: "https://a.example/" }),
      () => plainText(text, 100_000),
      () => cleanHtml(text, "https://a.example/"),
      () => parseOpml(`<outline text="x"/>${text}`),
      () => discoverFeeds({ body: Buffer.from(text), url: "https://a.example/" }),
    ];
    for (const reader of readers) {
      try {
        reader();
      } catch (error) {
        expect(error).toBeInstanceOf(NotAFeed);
      }
    }
  });
});
