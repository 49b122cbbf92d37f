import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countryCodes,
  countryName,
  creditCheckCharacter,
  nameFromText,
  normalizeCountry,
  normalizeCreditCode,
  normalizeDomain,
  normalizeStage,
  readName,
} from "./domain";

describe("domains", () => {
  it.each([
    ["https://www.X.com/about?ref=1#top", "x.com"],
    ["x.com", "x.com"],
    ["X.COM.", "x.com"],
    ["http://WWW.Moonshot.cn:8080/", "moonshot.cn"],
    ["//cdn.example.co.uk/a", "cdn.example.co.uk"],
    ["ftp://files.example.org", "files.example.org"],
    ["www.com", "www.com"],
    ["www.www.com", "www.com"],
    ["例子.中国", "xn--fsqu00a.xn--fiqs8s"],
    ["https://www.例子。中国/", "xn--fsqu00a.xn--fiqs8s"],
    ["Bücher.example", "xn--bcher-kva.example"],
    [" 01.ai ", "01.ai"],
  ])("%s is %s", (typed, domain) => {
    expect(normalizeDomain(typed)).toBe(domain);
  });

  it.each([
    "",
    "localhost",
    "Moonshot AI",
    "someone@example.com",
    "https://user@example.com",
    "127.0.0.1",
    "1.2.3",
    "[::1]",
    "-a.com",
    "a..com",
    "under_score.com",
    `${"a".repeat(64)}.com`,
    `${"a.".repeat(127)}com`,
  ])("%s is none", (typed) => {
    expect(normalizeDomain(typed)).toBeNull();
  });

  const label = fc
    .stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/)
    .filter((text) => !text.startsWith("xn--"));
  const host = fc
    .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.stringMatching(/^[a-z]{2,6}$/))
    .map(([labels, top]) => [...labels, top].join("."));

  it("is the same however an address is dressed", () => {
    fc.assert(
      fc.property(
        host,
        fc.constantFrom("", "http://", "https://", "HTTPS://", "//"),
        fc.constantFrom("", "/", "/a/b", "?q=1", ":443/x", "#x"),
        (name, scheme, rest) => {
          const plain = normalizeDomain(name);
          expect(normalizeDomain(`${scheme}${name.toUpperCase()}${rest}`)).toBe(plain);
        },
      ),
    );
  });

  it("is stable: a domain's domain is itself", () => {
    fc.assert(
      fc.property(fc.oneof(host, fc.webUrl(), fc.domain(), fc.string({ unit: "grapheme" })), (text) => {
        const domain = normalizeDomain(text);
        if (domain !== null) expect(normalizeDomain(domain)).toBe(domain);
      }),
    );
  });
});

describe("统一社会信用代码", () => {
  // As these companies publish them: Tencent, Huawei, Alibaba (China), Baidu Netcom, Xiaomi.
  const published = [
    "9144030071526726XG",
    "914403001922038216",
    "91330100799655058B",
    "91110000802100433B",
    "91110108551385082Q",
  ];

  it.each(published)("%s is valid", (code) => {
    expect(normalizeCreditCode(code)).toBe(code);
    expect(creditCheckCharacter(code.slice(0, 17))).toBe(code.at(17));
  });

  it("takes it as people write it", () => {
    expect(normalizeCreditCode(" 9144 0300 7152 6726 xg ")).toBe("9144030071526726XG");
  });

  it("uses the weights 3^(i-1) mod 31: one unit at one place changes the check by that weight", () => {
    // All zeros but a 1 at place i: check = (31 - w_i) mod 31, by definition of GB 32100-2015.
    const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (let place = 0, weight = 1; place < 17; place++, weight = (weight * 3) % 31) {
      const code = `${"0".repeat(place)}1${"0".repeat(16 - place)}`;
      expect(creditCheckCharacter(code)).toBe(characters.charAt((31 - weight) % 31));
    }
  });

  it("finds any one wrong character and any two neighbours swapped", () => {
    const characters = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
    fc.assert(
      fc.property(
        fc.constantFrom(...published),
        fc.nat(17),
        fc.constantFrom(...characters),
        (code, at, character) => {
          fc.pre(code[at] !== character);
          expect(normalizeCreditCode(code.slice(0, at) + character + code.slice(at + 1))).toBeNull();
        },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...published), fc.nat(16), (code, at) => {
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        fc.pre(swapped !== code);
        expect(normalizeCreditCode(swapped)).toBeNull();
      }),
    );
  });

  it.each(["", "123", "9144030071526726XI", "9144030071526726XGX", "91440300O1526726XG"])(
    "%s is none",
    (code) => {
      expect(normalizeCreditCode(code)).toBeNull();
    },
  );
});

describe("names, countries, stages", () => {
  it("reads the name in the reader's language and the other beside it", () => {
    expect(readName({ en: "Moonshot AI", zh: "月之暗面" }, "zh-CN")).toEqual({
      main: "月之暗面",
      other: "Moonshot AI",
    });
    expect(readName({ en: null, zh: "月之暗面" }, "en")).toEqual({ main: "月之暗面", other: null });
    expect(readName({ en: "OpenAI", zh: "OpenAI" }, "en")).toEqual({ main: "OpenAI", other: null });
  });

  it("takes a name with Chinese characters for the Chinese one", () => {
    expect(nameFromText("月之暗面 Moonshot")).toEqual({ zh: "月之暗面 Moonshot" });
    expect(nameFromText("Mistral")).toEqual({ en: "Mistral" });
  });

  it("knows countries by their two letters", () => {
    expect(normalizeCountry(" cn ")).toBe("CN");
    expect(["uk", "DD", "SU"].map(normalizeCountry)).toEqual(["GB", "DE", "RU"]);
    const names = countryCodes.map((code) => countryName(code, "zh-CN"));
    expect(new Set(names).size).toBe(names.length);
    expect(countryCodes.length).toBeGreaterThan(240);
    for (const wrong of ["XX", "ZZ", "China", "C1"]) expect(normalizeCountry(wrong)).toBeNull();
  });

  it("writes a stage one way", () => {
    expect(["Series B", "series_b", " SERIES-B "].map(normalizeStage)).toEqual(Array(3).fill("series-b"));
  });
});
