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

  it("is read where the page hides it until a script runs", () => {
    const text = "第一段讲公司在江边建了一条小产线，每周只做二十台，用来检验装配顺序和返修率。";
    for (const style of ["visibility: hidden; opacity: 0", "display:none"]) {
      const html = `<html><head></head><body><div id="js_content" style="${style}"><p>${text.repeat(4)}</p></div></body></html>`;
      expect(readableArticle(html, "https://a.example/")?.text).toContain("小产线");
    }
  });
  it("may be short in Chinese, where a character says more than a letter", () => {
    const notice =
      "公司在江边建了一条小产线，每周只做二十台，团队把每一次返修的原因都写在墙上。到年底，产线计划扩到每周一百台，良品率目标是百分之九十八，投资人认为这个目标并不激进。";
    const read = (text: string) =>
      readableArticle(
        `<html><head></head><body><article><p>${text}</p></article></body></html>`,
        "https://a.example/",
      );
    expect(read(notice)?.text).toContain("一百台");
    expect(read("请在浏览器中启用 JavaScript 后再访问本页。")).toBeNull();
  });
  it.each(["comments", "comment-list", "post-replies", "reader-voices"])(
    "is not what readers say below it, in .%s",
    (name) => {
      const said = Array.from(
        { length: 40 },
        (_, at) => `<div><p>Opinion ${at}: ${paragraph.repeat(2)}</p></div>`,
      ).join("");
      const html = `<html><head></head><body><article><h1>T</h1><p>${paragraph.repeat(2)}</p><p>${paragraph.repeat(2)}</p></article><section class="${name}">${said}</section></body></html>`;
      const found = readableArticle(html, "https://a.example/");
      expect(found?.text).toContain("An article has sentences");
      expect(found?.text).not.toContain("Opinion");
    },
  );
});
