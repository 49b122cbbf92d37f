import { expect, it } from "vitest";
import { readPageMetadata } from "./page-metadata";

const url = "https://site.example/2024/post?utm_source=x";
const read = (head: string) =>
  readPageMetadata(`<!doctype html><html lang="zh-CN"><head>${head}</head><body></body></html>`, url);

it("prefers what the page says of the article to what it says of itself", () => {
  const page = read(`
    <title>Post | Site</title><meta property='og:title' content="Post &amp; more"><meta content="2024-02-16T09:30:00+08:00" property="article:published_time">
    <meta property="og:site_name" content="Site"><meta name="author" content="Li Wei"><meta name="description" content="  What  it says. ">
    <link href="/2024/post" rel="canonical">`);
  expect(page).toEqual({
    title: "Post & more",
    publishedAt: new Date("2024-02-16T01:30:00Z"),
    siteName: "Site",
    author: "Li Wei",
    description: "What it says.",
    canonicalUrl: "https://site.example/2024/post",
    language: "zh-CN",
  });
});

it("reads JSON-LD, in a list or a graph, and leaves broken blocks out", () => {
  const graph = JSON.stringify({
    "@graph": [
      { "@type": "WebPage", headline: "Page" },
      {
        "@type": ["NewsArticle"],
        headline: "Headline",
        datePublished: "2023-05-04",
        author: [{ name: "A. Writer" }],
      },
    ],
  });
  const page = read(
    `<script type="application/ld+json">{broken</script><script type="application/ld+json">${graph}</script>`,
  );
  expect(page).toMatchObject({
    title: "Headline",
    author: "A. Writer",
    publishedAt: new Date("2023-05-04T00:00:00Z"),
  });
});

it("reads times without a zone in UTC, wherever this runs", () => {
  expect(read('<meta name="pubdate" content="2024/02/16 09:30">').publishedAt).toEqual(
    new Date("2024-02-16T09:30:00Z"),
  );
  expect(read('<meta name="pubdate" content="yesterday">').publishedAt).toBeNull();
});

it("follows a canonical address only within the site", () => {
  expect(read('<link rel="canonical" href="https://elsewhere.example/post">').canonicalUrl).toBeNull();
  expect(read('<link rel="canonical" href="javascript:alert(1)">').canonicalUrl).toBeNull();
});

it("says nothing of a page that says nothing, and survives nonsense", () => {
  expect(readPageMetadata("", url)).toMatchObject({ title: null, publishedAt: null, canonicalUrl: null });
  expect(readPageMetadata(`<meta ${"<".repeat(5000)} content="`, url).title).toBeNull();
  expect(readPageMetadata(`<title>${"a ".repeat(100_000)}</title>`, url).title?.length).toBeLessThanOrEqual(
    1000,
  );
});
