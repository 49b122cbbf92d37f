import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pressTagKey, type TagChoice } from "@/features/tags/domain/tagging-keys";
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

describe("tagging by keys", () => {
  const theses = ["t1", "t2", "t3"];
  const type = (keys: string, tagged: string[] = [], last: TagChoice | null = null) => {
    let draft: Parameters<typeof pressTagKey>[1]["draft"] = null;
    for (const key of keys.split(" ")) {
      const pressed = pressTagKey(key, { draft, theses, tagged, last });
      if (pressed === null) return null;
      if (pressed.do !== "draft") return pressed;
      draft = pressed.draft;
    }
    return { draft };
  };
  const put = (thesis: string, stance: string, strength: number) => ({
    do: "put",
    choice: { thesis, stance, strength },
  });

  it("takes one key each for thesis, stance and strength", () => {
    expect(type("2 f 3")).toEqual(put("t2", "for", 3));
    expect(type("t 1 A 1")).toEqual(put("t1", "against", 1));
    expect(type("1 3 n 2")).toEqual(put("t3", "neutral", 2));
    expect(type("1 f a 2")).toEqual(put("t1", "against", 2));
  });
  it("repeats, takes off and gives up", () => {
    const last: TagChoice = { thesis: "t3", stance: "for", strength: 2 };
    expect(type(".", [], last)).toEqual({ do: "put", choice: last });
    expect(type(".")).toBeNull();
    expect(type("2 x", ["t2"])).toEqual({ do: "remove", thesis: "t2" });
    expect(type("2 x")).toEqual({ draft: null });
    expect(type("2 f Escape")).toEqual({ draft: null });
  });
  it("takes signs for stances, and changes the latest tag when nothing is being typed", () => {
    expect(type("2 + 3")).toEqual(put("t2", "for", 3));
    expect(type("1 - 1")).toEqual(put("t1", "against", 1));
    const recent: TagChoice = { thesis: "t3", stance: "for", strength: 3 };
    const press = (key: string) =>
      pressTagKey(key, { draft: null, theses, tagged: ["t3"], last: null, recent });
    expect(press("-")).toEqual(put("t3", "against", 3));
    expect(press("0")).toEqual(put("t3", "neutral", 3));
    expect(press("=")).toEqual(put("t3", "for", 3));
    expect(press("s")).toEqual(put("t3", "for", 1));
    for (const key of ["+", "-", "0", "s"]) expect(type(key), key).toBeNull();
  });
  it("leaves other keys to others", () => {
    for (const key of ["j", "9", "f", "Enter", "Escape"]) expect(type(key), key).toBeNull();
    expect(type("1 f 9")).toBeNull();
  });
});
