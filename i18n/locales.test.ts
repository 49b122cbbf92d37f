import { describe, expect, it } from "vitest";
import { negotiateLocale } from "./locales";

describe("negotiateLocale", () => {
  it.each([
    ["zh-CN", "en", "zh-CN"],
    ["en", "zh-CN,zh;q=0.9", "en"],
    [undefined, "zh-TW,zh;q=0.9,en;q=0.8", "zh-CN"],
    [undefined, "fr-FR,fr;q=0.9,en;q=0.5,zh;q=0.7", "zh-CN"],
    [undefined, "zh;q=0,en-GB", "en"],
    [undefined, "fr,de;q=0.9", "en"],
    ["klingon", null, "en"],
    [undefined, undefined, "en"],
  ])("cookie %s and Accept-Language %s read %s", (cookie, header, locale) => {
    expect(negotiateLocale(cookie, header)).toBe(locale);
  });
});
