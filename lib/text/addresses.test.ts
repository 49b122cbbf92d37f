import { describe, expect, it } from "vitest";
import { canonicalUrl, pageKey } from "./addresses";

describe("pageKey", () => {
  const wechat = "https://mp.weixin.qq.com/s?__biz=Mz1&mid=22&idx=1&sn=ab";
  it.each([
    ["http://a.example/u", "http://a.example/u/"],
    ["http://a.example/d?a=1&b=2", "http://a.example/d?b=2&a=1"],
    ["http://a.example/p", "https://a.example/p"],
    ["https://www.a.example/p", "https://a.example/p"],
    [wechat, `${wechat}&chksm=f9&scene=126&sessionid=16#rd`],
    ["https://a.example/p", "https://a.example/p?"],
    ["https://a.example/p?utm_source=x&fbclid=1", "https://a.example/p#part"],
    ["https://a.example/你", "https://a.example/%E4%BD%A0"],
    ["https://a.example", "https://A.example:443/index.html"],
    ["https://youtu.be/abc?si=1", "https://youtu.be/abc"],
  ])("%s and %s are one page", (a, b) => expect(pageKey(a)).toBe(pageKey(b)));

  it.each([
    ["https://a.example/#/post/1", "https://a.example/#/post/2"],
    ["https://a.example/#!/post/1", "https://a.example/"],
    ["https://a.example/p?id=1", "https://a.example/p?id=2"],
    ["https://a.example/p", "https://b.example/p"],
    [wechat, wechat.replace("mid=22", "mid=23")],
    ["https://a.example/P", "https://a.example/p"],
    ["https://www.com/p", "https://com/p"],
    ["https://a.example/p?from=1", "https://a.example/p?from=2"],
  ])("%s and %s are two", (a, b) => expect(pageKey(a)).not.toBe(pageKey(b)));
});

it("a page's own address keeps what it needs", () => {
  expect(canonicalUrl("https://a.example/p/?id=1&utm_medium=x#top")).toBe("https://a.example/p/?id=1");
  expect(canonicalUrl("https://a.example/#/post/1")).toBe("https://a.example/#/post/1");
  expect(canonicalUrl("no address")).toBe("no address");
});
