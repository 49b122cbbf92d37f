import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOfLocal, localOfInstant } from "@/lib/calendar/zones";
import { addressAt, canonicalUrl, hostOf, normalizeFeedAddress } from "@/lib/text/addresses";
import { excerptOf, storableText } from "@/lib/text/excerpt";
import {
  asFeedProblem,
  feedProblems,
  problemOfStatus,
  problemSentence,
} from "@/server/documents/fetch-problems";

it("reads an address where it stands, and leaves a whole one as it was written", () => {
  expect(addressAt(" ../b?c=1 ", "https://a.example/x/y")).toBe("https://a.example/b?c=1");
  expect(addressAt("https://WWW.Example.org/Path", "https://a.example/")).toBe(
    "https://WWW.Example.org/Path",
  );
  expect(addressAt("https://例子.example/a b", "https://a.example/")).toBe(
    "https://xn--fsqu00a.example/a%20b",
  );
  expect(addressAt("https://[", "https://a.example/")).toBeNull();
  expect(canonicalUrl("https://WWW.Example.org/Path#x")).toBe("https://www.example.org/Path");
});

describe("addresses of feeds", () => {
  it.each([
    ["Example.COM/feed", "https://example.com/feed"],
    ["feed://example.com/rss", "http://example.com/rss"],
    ["feed:https://example.com/rss", "https://example.com/rss"],
    ["http://example.com:80/a?b=1#c", "http://example.com/a?b=1"],
    ["http://127.0.0.1:8080/feed", "http://127.0.0.1:8080/feed"],
    ["http://[::1]:8080/feed", "http://[::1]:8080/feed"],
  ])("%s → %s", (text, address) => {
    expect(normalizeFeedAddress(text)).toBe(address);
    expect(normalizeFeedAddress(address)).toBe(address);
  });
  it.each(["", "no address", "ftp://example.com/", "javascript:alert(1)", "mailto:a@b.example"])(
    "%s is none",
    (text) => {
      expect(normalizeFeedAddress(text)).toBeNull();
    },
  );
  it("call a feed after its host", () => {
    expect(hostOf("https://www.example.com:8080/feed")).toBe("example.com:8080");
  });
});

it("has a sentence for every problem", () => {
  for (const problem of feedProblems) expect(problemSentence(problem, "x")).toMatch(/^[A-Z].*\.$/);
  expect(asFeedProblem("scheme")).toBe("bad-address");
  expect(asFeedProblem("something new")).toBe("other");
  expect(problemOfStatus(451)).toEqual({ problem: "blocked", detail: "451" });
});

describe("texts", () => {
  it("begin on one line of at most 300 characters, whole ones", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
        const excerpt = excerptOf(text);
        expect([...excerpt].length).toBeLessThanOrEqual(300);
        expect(excerpt).not.toMatch(/\s\s|\n/);
      }),
    );
    expect(excerptOf(`${"word ".repeat(100)}`)).toMatch(/word…$/);
  });
  it("hold nothing PostgreSQL refuses", () => {
    expect(storableText("a\u0000b\ud83d", 10)).toBe("ab\ufffd");
    expect(storableText("😀😀", 3)).toBe("😀\ufffd");
  });
});

describe("times on the workspace's clocks", () => {
  it.each([
    ["2024-02-16T08:05", "Asia/Shanghai", "2024-02-16T00:05:00.000Z"],
    ["2024-03-10T03:30", "America/New_York", "2024-03-10T07:30:00.000Z"],
    ["2024-03-10T01:30", "America/New_York", "2024-03-10T06:30:00.000Z"],
    ["2024-07-01T00:00", "Pacific/Chatham", "2024-06-30T11:15:00.000Z"],
  ])("%s in %s", (local, zone, instant) => {
    expect(instantOfLocal(local, zone)).toBe(instant);
    expect(localOfInstant(instant, zone)).toBe(local);
  });
  it("are nothing when they are none", () => {
    expect(instantOfLocal("", "UTC")).toBeNull();
    expect(instantOfLocal("2024-02-31", "UTC")).toBeNull();
  });
});
