import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl } from "@/lib/text/addresses";
import { cleanHtml, plainText } from "@/server/documents/clean-html";
import { detectLanguage } from "@/server/documents/detect-language";
import { discoverFeeds } from "./discover";
import { contentHash, itemKeys } from "./item-key";
import { NotOpml, parseOpml, writeOpml } from "./opml";

const item = { guid: null, url: null, title: null, published: null, summaryHtml: null, contentHtml: null };

const itemKey = (one: typeof item | Parameters<typeof itemKeys>[0][number]) => itemKeys([one])[0] ?? "";

describe("itemKeys", () => {
  const on = (day: string) => ({ at: new Date(`${day}T08:00:00Z`), day: null, assumedZone: null });
  const countOf = (items: Parameters<typeof itemKeys>[0]) => new Set(itemKeys(items)).size;
  it("takes no guid and no address that different items share", () => {
    const five = ["a", "b", "c", "d", "e"].map((title) => ({ ...item, guid: "same", title }));
    expect(countOf(five.map((one) => ({ ...one, url: `https://a.example/${one.title}` })))).toBe(5);
    expect(countOf(five)).toBe(5);
    expect(countOf(five.map((one) => ({ ...one, guid: null, url: "https://a.example/" })))).toBe(5);
    expect(
      countOf(five.map((one, at) => ({ ...one, title: "Daily", published: on(`2024-02-1${at}`) }))),
    ).toBe(5);
    const mixed = [...five, { ...item, guid: "own", title: "f" }];
    expect(itemKeys(mixed).at(-1)).toBe("guid:own");
  });
  it("knows an item that a document holds twice", () => {
    const twice = { ...item, guid: "7", url: "https://a.example/7", title: "a" };
    expect(itemKeys([twice, { ...twice, url: "http://www.a.example/7/" }])).toEqual(["guid:7", "guid:7"]);
  });
  it("takes the guid, else the address without tracking, else title and day", () => {
    expect(itemKey({ ...item, guid: " 7 ", url: "https://a.example/" })).toBe("guid:7");
    expect(itemKey({ ...item, url: "https://a.example/x?utm_source=rss&id=3#top" })).toBe(
      "url:a.example/x?id=3",
    );
    const day = (hour: string) =>
      itemKey({
        ...item,
        title: "t",
        published: { at: new Date(`2024-02-15T${hour}:00:00Z`), day: null, assumedZone: null },
      });
    expect(day("01")).toBe(day("23"));
  });
  it("stays within 300 characters and keeps long ones apart", () => {
    const [a, b] = [
      itemKey({ ...item, guid: `${"x".repeat(500)}a` }),
      itemKey({ ...item, guid: `${"x".repeat(500)}b` }),
    ];
    expect(a).not.toBe(b);
    expect(a.length).toBeLessThanOrEqual(300);
  });
  it("sees a changed title and not a changed tracker", () => {
    expect(contentHash({ ...item, title: "a" })).not.toBe(contentHash({ ...item, title: "b" }));
    expect(canonicalUrl("https://a.example/?fbclid=1")).toBe("https://a.example/");
  });
});

describe("cleanHtml", () => {
  it.each([
    "<script>x()</script>",
    '<p onclick="x()">p</p>',
    '<a href="javascript:x()">a</a>',
    "<iframe src=//x></iframe>",
    "<svg onload=x()>",
    "<style>*{}</style>",
    '<img src=x onerror="x()">',
  ])("leaves nothing that runs or loads of %s", (html) =>
    expect(cleanHtml(html, "https://a.example/")).not.toMatch(
      /script|onclick|onerror|onload|<iframe|<svg|<img|<style/i,
    ),
  );
  it("reads links against the page, opens them apart and keeps what an image said", () => {
    expect(
      cleanHtml('<a href="/x">y</a><img alt="A chart" src="https://t.example/1.gif">', "https://a.example/p"),
    ).toBe(
      '<a href="https://a.example/x" rel="noopener noreferrer nofollow" target="_blank">y</a><span>[A chart]</span>',
    );
  });
});

describe("plainText", () => {
  it("joins lines and decodes", () =>
    expect(plainText("<p>多模态&amp;<br>Agents</p><p>&#x4e00;</p>", 100)).toBe("多模态& Agents 一"));
  it("decodes once", () => expect(plainText("&amp;lt;b&amp;gt; &eacute;&#8217;", 100)).toBe("&lt;b&gt; é’"));
  it("leaves out scripts, and no more than the tag of a frame that never ends", () =>
    expect(plainText("a<script>if (1<2) x()</script>b<iframe src=x>c", 100)).toBe("abc"));
  it("cuts by characters a reader sees", () => expect(plainText("模型模型模型", 4)).toBe("模型模…"));
  it("never leaves a tag", () =>
    fc.assert(
      fc.property(fc.string(), (text) => !/<script/i.test(plainText(`<script>${text}</script>`, 500))),
    ));
});

describe("detectLanguage", () => {
  it.each([
    ["OpenAI发布Sora模型", null, "zh"],
    ["Mixtral of Experts", "zh-CN", "en"],
    ["Le modèle", "fr-FR", "fr"],
    ["新しいモデル", null, "ja"],
    ["새로운 모델", null, "ko"],
    ["2024", undefined, "en"],
  ])("%s (%s) is %s", (text, declared, language) => expect(detectLanguage(text, declared)).toBe(language));
});

describe("OPML", () => {
  const feed = fc.record({
    url: fc.webUrl().map((url) => new URL(url).href),
    title: fc.constantFrom("实验室 & <Co>", 'A "quoted" one'),
    siteUrl: fc.constant(null),
    folder: fc.constantFrom(null, "研究", "Labs & more"),
  });
  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: (one) => one.url }), (feeds) => {
        if (feeds.length === 0) return;
        const read = parseOpml(writeOpml("list", feeds)).feeds.map(({ line: _, ...one }) => one);
        expect(new Set(read.map((one) => JSON.stringify(one)))).toEqual(
          new Set(feeds.map((one) => JSON.stringify(one))),
        );
      }),
    );
  });
  it("reads an ill-formed list and says which lines it could not use", () => {
    const text =
      '<opml><body>\n<outline text="AI">\n<outline type="rss" text="R & D" xmlUrl="https://a.example/feed?a=1&b=2">\n<outline type="rss" text="lost"/>\n<outline text="bad" xmlUrl="ftp://x/y"/>';
    expect(parseOpml(text)).toMatchObject({
      feeds: [{ url: "https://a.example/feed?a=1&b=2", title: "R & D", folder: "AI", line: 3 }],
      problems: [
        { line: 4, problem: "no-address", text: "lost" },
        { line: 5, problem: "bad-address" },
      ],
    });
  });
  const outlines = (body: string) =>
    parseOpml(`<opml><body>${body}</body></opml>`).feeds.map(({ url, folder }) => [url, folder]);
  it("leaves an ampersand that is no entity as it stands", () => {
    expect(
      outlines('<outline xmlUrl="https://a.example/f?x=1&type=rss&copy=1&lang=en&region=cn&amp;y=&#50;"/>'),
    ).toEqual([["https://a.example/f?x=1&type=rss&copy=1&lang=en&region=cn&y=2", null]]);
  });
  it("takes folders as a path, categories where there is none, and a feed listed twice once, with its folder", () => {
    const feed = (name: string, more = "") =>
      `<outline type="rss" xmlUrl="https://a.example/${name}" ${more}/>`;
    expect(
      outlines(
        `${feed("1", 'category="Wetenschap"')}${feed("2", 'category="/AI/Agents,/Work"')}${feed("3")}` +
          `<outline text="AI"><outline text="Agents">${feed("3#x")}</outline></outline><outline text="Law"><outline text="Agents">${feed("4")}</outline></outline>`,
      ),
    ).toEqual([
      ["https://a.example/1", "Wetenschap"],
      ["https://a.example/2", "AI/Agents"],
      ["https://a.example/3", "AI/Agents"],
      ["https://a.example/4", "Law/Agents"],
    ]);
  });
  it("says which feeds are beyond its bound", () => {
    const many = Array.from({ length: 5003 }, (_, at) => `<outline xmlUrl="https://a.example/${at}"/>`).join(
      "\n",
    );
    const { feeds, problems } = parseOpml(`<opml><body>${many}</body></opml>`);
    expect([feeds.length, problems.map(({ problem, text }) => `${problem} ${text}`)]).toEqual([
      5000,
      [
        "too-many https://a.example/5000",
        "too-many https://a.example/5001",
        "too-many https://a.example/5002",
      ],
    ]);
  });
  it("says when it is none", () => expect(() => parseOpml("<html></html>")).toThrow(NotOpml));
});

it("finds the feeds a page names", () => {
  const page =
    '<head><base href="https://a.example/blog/"><link rel="alternate" type="application/rss+xml" title="News" href="feed.xml"><link rel=stylesheet href=x.css><link rel="alternate" type="text/html" href="/zh">';
  expect(discoverFeeds({ body: Buffer.from(page), url: "https://a.example/" })).toEqual([
    { url: "https://a.example/blog/feed.xml", title: "News" },
  ]);
});
