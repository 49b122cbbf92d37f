import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate } from "./read-date";

describe("parseDate", () => {
  it.each([
    ["2024-02-15T08:30:00Z", "2024-02-15T08:30:00.000Z"],
    ["2024-02-15T08:30:00.250+08:00", "2024-02-15T00:30:00.250Z"],
    ["2024-02-15 08:30:00", "2024-02-15T08:30:00.000Z"],
    ["2024/2/5", "2024-02-05T00:00:00.000Z"],
    ["2024-02", "2024-02-01T00:00:00.000Z"],
    ["20240215", "2024-02-15T00:00:00.000Z"],
    ["Thu, 15 Feb 2024 08:30:00 GMT", "2024-02-15T08:30:00.000Z"],
    ["Thu, 15 Feb 2024 08:30 -0500", "2024-02-15T13:30:00.000Z"],
    ["15 February 24 08:30:00 PST", "2024-02-15T16:30:00.000Z"],
    ["Thu, 15 Feb 2024 08:30:00 GMT+8", "2024-02-15T00:30:00.000Z"],
    ["Thu, 15 Feb 2024 08:30:00 +0000 (UTC)", "2024-02-15T08:30:00.000Z"],
    ["Thu Feb 15 08:30:00 CST 2024", "2024-02-15T14:30:00.000Z"],
    ["February 15, 2024 8:30 PM", "2024-02-15T20:30:00.000Z"],
    ["2024年2月15日 08:30", "2024-02-15T00:30:00.000Z"],
    ["2024年2月15日 星期四 下午8:30", "2024-02-15T12:30:00.000Z"],
  ])("reads %s", (written, instant) => expect(parseDate(written)?.toISOString()).toBe(instant));

  it.each(["", "soon", "2024-02-30", "2024-13-01", "32 Jan 2024", "25:00", "0000-00-00", "a ".repeat(5000)])(
    "makes no date of %j",
    (written) => expect(parseDate(written)).toBeNull(),
  );

  it("reads back every instant there is, to the second", () => {
    const within = { min: new Date("1970-01-01"), max: new Date("2069-12-31"), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(within), (date) => {
        date.setUTCMilliseconds(0);
        expect(parseDate(date.toISOString())).toEqual(date);
        expect(parseDate(date.toUTCString())).toEqual(date);
      }),
    );
  });
});
