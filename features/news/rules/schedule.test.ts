import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  longestInterval,
  maxAgeMs,
  nextAfterFailure,
  nextAfterSuccess,
  quietAfter,
  retryAfterMs,
  rhythmOf,
  shortestInterval,
} from "./schedule";

const now = new Date("2024-02-16T08:00:00Z");
const hour = 3_600_000;
const wait = (next: Date) => next.getTime() - now.getTime();
const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("after a good answer", () => {
  it("stays between 15 minutes and 6 hours, give or take a tenth, whatever the feed does", () => {
    fc.assert(
      fc.property(
        dice,
        fc.option(fc.integer({ min: 0 })),
        fc.option(fc.integer({ min: 0 })),
        (throwOf, rhythm, keepFor) => {
          const waited = wait(nextAfterSuccess({ now, dice: throwOf, rhythm, keepFor }));
          expect(waited).toBeGreaterThanOrEqual(shortestInterval * 0.9 - 1);
          expect(waited).toBeLessThanOrEqual(longestInterval * 1.1 + 1);
        },
      ),
    );
  });
  it("looks twice per expected item", () => {
    expect(wait(nextAfterSuccess({ now, dice: 0.5, rhythm: 4 * hour, keepFor: null }))).toBe(2 * hour);
  });
  it("keeps what may be kept, not shorter", () => {
    expect(wait(nextAfterSuccess({ now, dice: 0.5, rhythm: hour, keepFor: 3 * hour }))).toBe(3 * hour);
    expect(wait(nextAfterSuccess({ now, dice: 0.5, rhythm: 4 * hour, keepFor: 60_000 }))).toBe(2 * hour);
  });
});

describe("after a failure", () => {
  it("waits longer with each, at most about a day, and never stops", () => {
    const waits = [1, 2, 3, 4, 10, 1000].map((failures) =>
      wait(nextAfterFailure({ now, dice: 0.5, failures, retryAfter: null })),
    );
    expect(waits).toEqual([0.25, 0.5, 1, 2, 24, 24].map((hours) => hours * hour));
  });
  it("believes a site that says when to come back, up to a week", () => {
    expect(wait(nextAfterFailure({ now, dice: 0.5, failures: 1, retryAfter: 48 * hour }))).toBe(48 * hour);
    expect(wait(nextAfterFailure({ now, dice: 0.5, failures: 1, retryAfter: 9999 * hour }))).toBe(
      7 * 24 * hour,
    );
    expect(wait(nextAfterFailure({ now, dice: 0.5, failures: 3, retryAfter: 1000 }))).toBe(hour);
  });
});

it("knows how often a feed brings something, and notices silence", () => {
  const hoursAgo = (...hours: number[]) => hours.map((ago) => new Date(now.getTime() - ago * hour));
  expect(rhythmOf(hoursAgo(1, 2, 3), now)).toBeNull();
  expect(rhythmOf(hoursAgo(0, 2, 4, 6, 100), now)).toBe(2 * hour);
  expect(rhythmOf(hoursAgo(6, 100, 2, 4, 0), now)).toBe(2 * hour);
  expect(rhythmOf(hoursAgo(1000, 1001, 1002, 1003), now)).toBe(500 * hour);
});

it("reads Retry-After and Cache-Control", () => {
  expect(retryAfterMs("120", now)).toBe(120_000);
  expect(retryAfterMs("Fri, 16 Feb 2024 09:00:00 GMT", now)).toBe(hour);
  expect(retryAfterMs("Fri, 16 Feb 2023 09:00:00 GMT", now)).toBe(0);
  expect(retryAfterMs("soon", now)).toBeNull();
  expect(maxAgeMs("public, max-age=900")).toBe(900_000);
  expect(maxAgeMs("no-cache, max-age=900")).toBeNull();
  expect(maxAgeMs(undefined)).toBeNull();
});

describe("silence", () => {
  const daysAgo = (...days: number[]) => days.map((one) => new Date(now.getTime() - one * 24 * hour));
  it("is unusual after twice the longest pause of late, and never within a week", () => {
    expect(quietAfter(daysAgo(3, 4, 14, 15, 16))).toEqual(new Date("2024-03-04T08:00:00Z"));
    expect(quietAfter(daysAgo(0, 0, 1, 1, 2))).toEqual(new Date("2024-02-23T08:00:00Z"));
  });
  it("says nothing of a feed that brought too little", () => {
    expect(quietAfter(daysAgo(3, 4, 14, 15))).toBeNull();
    expect(quietAfter([])).toBeNull();
  });
});
