import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  maxAgeMs,
  maxInterval,
  minInterval,
  nextAfterFailure,
  nextAfterSuccess,
  phaseOf,
  quietAfter,
  retryAfterMs,
  rhythmOf,
} from "./schedule";

const now = new Date("2024-02-16T08:00:00Z");
const hour = 3_600_000;
const wait = (next: Date) => next.getTime() - now.getTime();
const phase = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("after a good answer", () => {
  const anything = fc.option(fc.integer({ min: 0 }));

  it("is never asked before three quarters of a quarter of an hour, nor twice the longest interval later", () => {
    fc.assert(
      fc.property(phase, anything, anything, (turn, rhythm, keepFor) => {
        const waited = wait(nextAfterSuccess({ now, phase: turn, rhythm, keepFor }));
        expect(waited).toBeGreaterThanOrEqual(minInterval * 0.75);
        expect(waited).toBeLessThanOrEqual(maxInterval * 2.1 + 1);
      }),
    );
  });
  it("comes to its turn once an interval, twice per expected item, though each reading takes a while", () => {
    const usual: [number | null, number][] = [
      [4 * hour, 2 * hour],
      [5 * hour, 2 * hour],
      [null, hour],
      [0, hour / 4],
      [999 * hour, 6 * hour],
    ];
    for (const [rhythm, interval] of usual) {
      const first = nextAfterSuccess({ now, phase: 0.3, rhythm, keepFor: null });
      const read = new Date(first.getTime() + 90_000);
      const second = nextAfterSuccess({ now: read, phase: 0.3, rhythm, keepFor: null });
      expect(second.getTime() - first.getTime()).toBe(interval);
    }
  });
  it("keeps what may be kept, not shorter", () => {
    fc.assert(
      fc.property(phase, anything, (turn, keepFor) => {
        const waited = wait(nextAfterSuccess({ now, phase: turn, rhythm: hour, keepFor }));
        expect(waited).toBeGreaterThanOrEqual(Math.min(keepFor ?? 0, maxInterval));
      }),
    );
  });
  it("spreads 5,000 feeds that were read in one minute evenly over the interval", () => {
    const perTenMinutes = [0, 0, 0, 0, 0, 0];
    for (let feed = 0; feed < 5000; feed++) {
      // Fractions of the golden ratio stand for random ids.
      const turn = (feed * 0.618_033_988_749_895) % 1;
      const at = new Date(now.getTime() + (feed % 60) * 1000);
      const next = nextAfterSuccess({ now: at, phase: turn, rhythm: null, keepFor: null });
      const slot = Math.floor(wait(next) / 600_000) % 6;
      perTenMinutes[slot] = (perTenMinutes[slot] ?? 0) + 1;
    }
    for (const count of perTenMinutes) expect(Math.abs(count - 5000 / 6)).toBeLessThan(50);
  });
});

it("tells a feed's turn from its id, evenly", () => {
  expect(phaseOf("0192f0c1-7b1c-7000-8000-000000000000")).toBe(0);
  expect(phaseOf("0192f0c1-7b1c-7000-8000-0000c0000000")).toBe(0.75);
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
