import { describe, expect, it } from "vitest";
import { NotAFeed, parseFeed } from "./parse-feed";

const url = "https://news.example/feeds/all.xml";
const read = (text: string | Uint8Array, contentType?: string) =>
  parseFeed({
    body: typeof text === "string" ? Buffer.from(text) : text,
    contentType: contentType ?? null,
    url,
  });
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Lab notes</title><link>https://news.example/</link>${items}</channel></rss>`;

describe("parseFeed", () => {
  it("reads RSS 2.0, with Chinese in it", () => {
    const feed = read(
      rss(`<item><title>智谱发布&lt;b&gt;新模型&lt;/b&gt; &amp;amp; API</title><link>/a?x=1&amp;y=2</link><guid>a</guid>
      <pubDate>Fri, 16 Feb 2024 00:30:00 +0800</pubDate><description><![CDATA[<p>正文</p>]]></description></item>`),
    );
    expect(feed).toMatchObject({ kind: "rss", title: "Lab notes", siteUrl: "https://news.example/" });
    expect(feed.items).toMatchObject([
      {
        guid: "a",
        url: "https://news.example/a?x=1&y=2",
        title: "智谱发布新模型 & API",
        published: expect.objectContaining({ at: new Date("2024-02-15T16:30:00Z") }),
        summaryHtml: "<p>正文</p>",
      },
    ]);
  });

  it("reads Atom 1.0", () => {
    const feed =
      read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>tag:1</id><title type="html">One &amp;lt;two&amp;gt;</title>
      <link rel="alternate" href="https://a.example/1"/><published>2024-03-01T10:00:00Z</published><updated>2024-03-02T10:00:00Z</updated><content type="html">x</content></entry></feed>`);
    expect(feed).toMatchObject({
      kind: "atom",
      items: [
        {
          guid: "tag:1",
          url: "https://a.example/1",
          title: "One <two>",
          published: expect.objectContaining({ at: new Date("2024-03-01T10:00:00Z") }),
          updated: expect.objectContaining({ at: new Date("2024-03-02T10:00:00Z") }),
        },
      ],
    });
  });

  it("reads RDF", () => {
    const feed =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>R</title><link>https://r.example/</link></channel><item rdf:about="https://r.example/1"><title>T</title><link>https://r.example/1</link><dc:date>2024-01-05T00:00:00Z</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({
      kind: "rdf",
      items: [
        {
          url: "https://r.example/1",
          title: "T",
          published: expect.objectContaining({ at: new Date("2024-01-05T00:00:00Z") }),
        },
      ],
    });
  });

  it("reads JSON Feed, and fields of the wrong kind as none", () => {
    const feed = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "J",
        home_page_url: "https://j.example",
        items: [
          {
            id: 7,
            url: "/p",
            title: 3,
            content_text: "a<b",
            date_published: "2024-02-15T12:00:00-05:00",
            authors: [{ name: "N" }],
          },
          "x",
        ],
      }),
    );
    expect(feed.items).toEqual([
      {
        guid: "7",
        url: "https://j.example/p",
        title: null,
        published: expect.objectContaining({ at: new Date("2024-02-15T17:00:00Z") }),
        updated: null,
        author: "N",
        summaryHtml: null,
        contentHtml: "a&lt;b",
        language: null,
      },
    ]);
  });

  it("reads CDF", () =>
    expect(
      read(
        '<CHANNEL><TITLE>C</TITLE><ITEM HREF="/1"><TITLE>One</TITLE><ABSTRACT>Words</ABSTRACT></ITEM></CHANNEL>',
      ),
    ).toMatchObject({
      title: "C",
      items: [{ title: "One", url: "https://news.example/1", summaryHtml: "Words" }],
    }));

  it("takes a name for what its namespace means, not its prefix", () => {
    const feed =
      read(`<r:rss xmlns:r="urn:somebody" xmlns:m="http://search.yahoo.com/mrss/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:x="urn:other"><r:channel>
      <r:item><m:title>picture</m:title><x:title>other</x:title><r:title>headline</r:title><d:creator>Li Lei</d:creator></r:item></r:channel></r:rss>`);
    expect(feed.items).toMatchObject([{ title: "headline", author: "Li Lei" }]);
  });

  it("reads XHTML, with addresses below xml:base and HTML's own entities", () => {
    const feed =
      read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/"><entry xml:lang="zh-CN"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>b</b></div></title>
      <link href="1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x&nbsp;&lt;y <a href="2">z</a><br/></div></content></entry></feed>`);
    expect(feed.items).toMatchObject([
      {
        title: "A b",
        url: "https://base.example/a/1",
        contentHtml: 'x&nbsp;&lt;y <a href="https://base.example/a/2">z</a><br>',
        language: "zh-CN",
      },
    ]);
  });

  it("tells plain text from HTML in Atom", () => {
    const feed =
      read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="text">The &lt;blink&gt; tag &amp;amp; co</title><summary>1 &lt; 2</summary>
      <content type="application/octet-stream">PHA+5q2j5paHPC9wPg==</content></entry></feed>`);
    expect(feed.items).toMatchObject([
      { title: "The <blink> tag & co", summaryHtml: "1 &lt; 2", contentHtml: "<p>正文</p>" },
    ]);
  });

  it("keeps an item without a date or a link", () => {
    expect(read(rss("<item><title>no more than this</title></item>")).items).toMatchObject([
      { title: "no more than this", url: null, published: null },
    ]);
  });
});

describe("what feeds get wrong", () => {
  it("reads what arrived of a document that was cut off", () => {
    const whole = rss("<item><title>one</title></item><item><title>two</title><description><![CDATA[half");
    expect(read(whole.replace("</channel></rss>", "")).items.map((item) => item.title)).toEqual([
      "one",
      "two",
    ]);
  });
  it("reads RSS without a channel", () =>
    expect(read("<rss><item><title>x</title></item></rss>").items).toHaveLength(1));
  it("reads items whose ends were forgotten", () =>
    expect(
      read("<rss><channel><item><title>one</title><item><title>two</title></channel></rss>").items,
    ).toMatchObject([{ title: "one" }, { title: "two" }]));
  it("reads dates without a zone as UTC and none out of nonsense", () => {
    const dated = (date: string) => read(rss(`<item><pubDate>${date}</pubDate></item>`)).items[0]?.published;
    expect(dated("Thu, 15 Feb 2024 08:30:00")).toEqual({
      at: new Date("2024-02-15T08:30:00Z"),
      day: null,
      assumedZone: "UTC",
    });
    expect(dated("yesterday")).toBeNull();
  });
  it("reads a bare ampersand", () =>
    expect(
      read(rss("<item><title>R&D</title><link>https://x.example/?a=1&b=2</link></item>")).items,
    ).toMatchObject([{ title: "R&D", url: "https://x.example/?a=1&b=2" }]));
  it.each([
    ["", "empty"],
    ["<!DOCTYPE html><html></html>", "html"],
    ["plain words", "other"],
    ["{}", "other"],
  ])("says what %j looks like", (text, looksLike) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ looksLike }));
    expect(() => read(text)).toThrow(NotAFeed);
  });
});

describe("hostile documents", () => {
  it("expands no entity that the document defines", () => {
    const bomb = `<!DOCTYPE r [${Array.from({ length: 12 }, (_, at) => `<!ENTITY a${at} "${at ? `&a${at - 1};`.repeat(40) : "ha".repeat(500)}">`).join("")}]>`;
    expect(
      read(bomb + rss("<item><title>x &a11;</title></item>").replace(/^<\?.*?\?>/, "")).items[0]?.title,
    ).toBe("x &a11;");
  });
  it("names nothing outside", () => {
    const feed = read(
      `<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>${rss("<item><title>&f;</title></item>").replace(/^<\?.*?\?>/, "")}`,
    );
    expect(feed.items[0]?.title).toBe("&f;");
  });
  it("reads at most 2,000 items", () =>
    expect(read(rss("<item><title>x</title></item>".repeat(2500))).items).toHaveLength(2000));
  it("drops addresses that are not the web's", () =>
    expect(
      read(rss("<item><title>x</title><link>javascript:alert(1)</link></item>")).items[0]?.url,
    ).toBeNull());
});
