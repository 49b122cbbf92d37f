import { describe, expect, it } from "vitest";
import { readableArticle } from "./read-article";

const paragraph =
  "An article has sentences that follow each other, with commas, and say one thing after the other. ";
const page = (body: string) => `<!doctype html><html><head><title>T</title></head><body>
  <nav><a href="/">Home</a> <a href="/about">About</a></nav><main><article><h1>T</h1>${body}</article></main>
  <footer>Subscribe to our newsletter</footer><script>document.write("x")</script></body></html>`;

describe("the article of a page", () => {
  it("is what is read, without what stands around it; its links lead where they led", () => {
    const found = readableArticle(
      page(`<p>${paragraph.repeat(3)}</p><p>${paragraph.repeat(3)}<a href="more">More</a></p>`),
      "https://a.example/posts/1",
    );
    expect(found?.text).toContain("An article has sentences");
    expect(found?.text).not.toMatch(/Subscribe|Home|document\.write/);
    expect(found?.html).toContain("https://a.example/posts/more");
  });
  it("is found in a page that leaves out the tags HTML lets one leave out", () => {
    const article = `<article><p>${paragraph.repeat(4)}</p></article>`;
    for (const html of [
      `<!DOCTYPE html><title>T</title>${article}`,
      `<html><head><title>T</title></head>${article}</html>`,
      `<html lang=en><body>${article}`,
    ])
      expect(readableArticle(html, "https://a.example/")?.text).toContain("An article has sentences");
  });
  it("is none where the page says next to nothing, and for what is no page", () => {
    for (const html of [page("<p>Please enable JavaScript.</p>"), "", "plain", "<html></html>", "<svg/>"])
      expect(readableArticle(html, "https://a.example/")).toBeNull();
  });
});
