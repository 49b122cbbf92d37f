import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayIn } from "@/lib/calendar/days";
import { type Context, mintWorkspaceId } from "@/server/context";
import { AppError } from "@/server/errors";
import { AsOf, asOfInstant } from "./as-of";

const context = (timeZone: string, now: string): Context => ({
  workspaceId: mintWorkspaceId("00000000-0000-7000-8000-000000000000"),
  workspace: { slug: "fund", name: "Fund", timeZone, currency: "USD" },
  actor: { kind: "cli", id: null, name: "command line" },
  role: "owner",
  requestId: "1",
  now: new Date(now),
});
const instant = (asOf: string, timeZone = "Asia/Shanghai", now = "2026-06-15T12:00:00Z") =>
  asOfInstant(asOf, context(timeZone, now)).toISOString();

function refusal(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? error.body() : error;
  }
}

describe("the instant that a day means", () => {
  it.each([
    ["2026-02-16", "Asia/Shanghai", "2026-02-16T15:59:59.999Z"],
    // 23 hours, and a midnight that the clocks jump over.
    ["2026-03-29", "Europe/Berlin", "2026-03-29T21:59:59.999Z"],
    ["2026-04-23", "Africa/Cairo", "2026-04-23T21:59:59.999Z"],
  ])("%s in %s is its last", (day, zone, end) => expect(instant(day, zone)).toBe(end));

  it("is the last of it in every zone", () => {
    const zone = fc.constantFrom(
      "Asia/Shanghai",
      "America/New_York",
      "Africa/Cairo",
      "Pacific/Chatham",
      "Pacific/Apia",
    );
    fc.assert(
      fc.property(zone, fc.integer({ min: 1, max: 13_000 }), (timeZone, days) => {
        // Samoa's clocks skipped this one.
        const day = addDays("1990-01-01", days);
        fc.pre(timeZone !== "Pacific/Apia" || (day !== "2011-12-30" && day !== "2011-12-29"));
        const end = new Date(instant(day, timeZone));
        expect(dayIn(end, timeZone)).toBe(day);
        expect(dayIn(new Date(end.getTime() + 1), timeZone)).toBe(addDays(day, 1));
      }),
    );
  });

  it("is now, of today, and none of a day that is not yet there", () => {
    expect(instant("2026-06-15")).toBe("2026-06-15T12:00:00.000Z");
    expect(instant("2026-06-16", "Asia/Shanghai", "2026-06-15T16:00:00Z")).toBe("2026-06-15T16:00:00.000Z");
    expect(refusal(() => instant("2026-06-16"))).toMatchObject({
      code: "INVALID",
      fields: { asOf: "must not be in the future: it is 2026-06-15" },
    });
  });

  it("is itself, of an instant", () => {
    expect(instant("2026-02-16T08:00:00+08:00")).toBe("2026-02-16T00:00:00.000Z");
    expect(refusal(() => instant("2026-06-15T12:00:00.001Z"))).toMatchObject({ code: "INVALID" });
  });
});

it.each(["yesterday", "2024-02-30", "2024-2-3", "1969-12-31", "0050-01-01", "", "2024-02-16T25:00:00Z"])(
  "does not take %j for a day or an instant",
  (text) => expect(AsOf.safeParse(text).success).toBe(false),
);
