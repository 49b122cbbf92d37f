import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOfLocal } from "../zones";
import { readTime } from "./read-time";

const utc = { timeZone: "UTC" };
const chinese = { timeZone: "UTC", language: "zh-CN" };
const instant = (written: string, reading = utc) => readTime(written, reading)?.at.toISOString() ?? null;

describe("readTime", () => {
  it.each([
    ["2024-02-15T08:30:00Z", "2024-02-15T08:30:00.000Z"],
    ["2024-02-15T08:30:00.250+08:00", "2024-02-15T00:30:00.250Z"],
    ["2024-02-15 08:30:00", "2024-02-15T08:30:00.000Z"],
    ["20240215T083000Z", "2024-02-15T08:30:00.000Z"],
    ["2024/2/5", "2024-02-05T00:00:00.000Z"],
    ["2024-02", "2024-02-01T00:00:00.000Z"],
    ["20240215", "2024-02-15T00:00:00.000Z"],
    ["Thu, 15 Feb 2024 08:30:00 GMT", "2024-02-15T08:30:00.000Z"],
    ["Thu, 15 Feb 2024 08:30 -0500", "2024-02-15T13:30:00.000Z"],
    ["15 February 24 08:30:00 PST", "2024-02-15T16:30:00.000Z"],
    ["Thu, 15 Feb 2024 08:30:00 GMT+8", "2024-02-15T00:30:00.000Z"],
    ["Thu, 15 Feb 2024 08:30:00 +0000 (UTC)", "2024-02-15T08:30:00.000Z"],
    ["Thu Feb 15 08:30:00 CST 2024", "2024-02-15T14:30:00.000Z"],
    ["Thu Feb 15 2024 08:30:00 GMT+0000 (Coordinated Universal Time)", "2024-02-15T08:30:00.000Z"],
    ["February 15, 2024 8:30 PM", "2024-02-15T20:30:00.000Z"],
    ["Feb 15, 2024, 1:55 PM EST", "2024-02-15T18:55:00.000Z"],
    ["2026-02-15 8:30 PM", "2026-02-15T20:30:00.000Z"],
    ["2026-02-15 12:05 a.m.", "2026-02-15T00:05:00.000Z"],
    ["23rd Jun 2024", "2024-06-23T00:00:00.000Z"],
    ["Di, 03 Nov 2026 00:00:00 +0100", "2026-11-02T23:00:00.000Z"],
    ["Sat, 07 Nov 2026 20:21:00 America/Los_Angeles", "2026-11-08T04:21:00.000Z"],
    ["sam., 07 févr. 2026 09:00:00 +0100", "2026-02-07T08:00:00.000Z"],
    ["mar. 10 mars 2026 09:00 +0100", "2026-03-10T08:00:00.000Z"],
    ["Mi, 11 Mär 2026 09:00:00 +0100", "2026-03-11T08:00:00.000Z"],
    ["7 de febrero de 2026", "2026-02-07T00:00:00.000Z"],
    ["1 марта 2026 г. 10:00 MSK", "2026-03-01T07:00:00.000Z"],
    ["Tue, 14 Jul 2026 16:31:00 ET", "2026-07-14T20:31:00.000Z"],
    ["1708000200", "2024-02-15T12:30:00.000Z"],
    ["1708000200250", "2024-02-15T12:30:00.250Z"],
  ])("reads %s", (written, at) => expect(instant(written)).toBe(at));

  it.each([
    ["2024年2月15日 08:30", "2024-02-15T00:30:00.000Z"],
    ["2024年2月15日 星期四 下午8:30", "2024-02-15T12:30:00.000Z"],
    ["2024年2月15日 凌晨2点05分", "2024-02-14T18:05:00.000Z"],
    ["2024年2月15日晚上8时", "2024-02-15T12:00:00.000Z"],
    ["2026-11-23 08:30:00", "2026-11-23T00:30:00.000Z"],
    ["Mon, 23 Nov 2026 08:30:00 CST", "2026-11-23T00:30:00.000Z"],
    ["Mon Nov 23 09:10:00 CST 2026", "2026-11-23T01:10:00.000Z"],
  ])("in a Chinese feed %s is Beijing's", (written, at) => expect(instant(written, chinese)).toBe(at));

  it("reads Japanese", () => {
    expect(instant("2026年3月5日(木) 10:00", { timeZone: "UTC", language: "ja" } as typeof utc)).toBe(
      "2026-03-05T01:00:00.000Z",
    );
  });

  it("says which zone it took when none was written", () => {
    expect(readTime("2026-11-23 08:30", chinese)?.assumedZone).toBe("Asia/Shanghai");
    expect(readTime("2026-11-20 00:30", { timeZone: "Asia/Shanghai" })).toEqual({
      at: new Date("2026-11-19T16:30:00Z"),
      day: null,
      assumedZone: "Asia/Shanghai",
    });
    expect(readTime("2026-11-20 00:30Z", { timeZone: "Asia/Shanghai" })?.assumedZone).toBeNull();
  });

  it("keeps a day a day, also where its midnight does not exist", () => {
    for (const [day, timeZone] of [
      ["2026-09-06", "America/Santiago"],
      ["2018-11-04", "America/Sao_Paulo"],
      ["2026-03-08", "America/Havana"],
      ["2026-04-24", "Africa/Cairo"],
    ] as const) {
      const read = readTime(day, { timeZone });
      expect(read?.day).toBe(day);
      expect(read?.at.toLocaleDateString("sv-SE", { timeZone })).toBe(day);
    }
  });

  it.each([
    "",
    "soon",
    "2024-02-30",
    "2024-13-01",
    "32 Jan 2024",
    "25:00",
    "0000-00-00",
    "Mon, 01 Jan 0001 00:00:00 +0000",
    "Tue, 14 Jul 2026 16:31:00 XYZ",
    "2024-02-15 08:30 Mars/Olympus",
    "Foo 15 Bar 2024",
    "a ".repeat(5000),
  ])("makes no date of %j", (written) => expect(instant(written)).toBeNull());

  it("reads back every instant there is, to the second", () => {
    const within = { min: new Date("1970-01-01"), max: new Date("2069-12-31"), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(within), (date) => {
        date.setUTCMilliseconds(0);
        expect(instant(date.toISOString())).toBe(date.toISOString());
        expect(instant(date.toUTCString())).toBe(date.toISOString());
      }),
    );
  });
});

describe("instantOfLocal", () => {
  it("moves on over a gap and takes the first of two", () => {
    expect(instantOfLocal("2024-03-10T02:30", "America/New_York")).toBe("2024-03-10T07:30:00.000Z");
    expect(instantOfLocal("2024-11-03T01:30", "America/New_York")).toBe("2024-11-03T05:30:00.000Z");
  });
});
