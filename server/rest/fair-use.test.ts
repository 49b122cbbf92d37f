import { describe, expect, it } from "vitest";
import { takeTurn } from "./fair-use";

const limits = { perMinute: 60, maxInWork: 2, maxWaiting: 1 };
const start = 1_700_000_000_000;

describe("a token", () => {
  it("is refused beyond its minute, told how long to wait, and taken again then", async () => {
    for (let count = 0; count < 60; count++) (await takeTurn("fast", start, limits)).done();
    await expect(takeTurn("fast", start, limits)).rejects.toMatchObject({
      code: "RATE_LIMITED",
      details: { values: { seconds: 1 } },
    });
    expect((await takeTurn("fast", start + 1000, limits)).allowance).toEqual({ left: 0, fullIn: 60 });
    expect((await takeTurn("another", start, limits)).allowance.left).toBe(59);
  });

  it("waits for its own turn, in order, and not for others'", async () => {
    const first = await takeTurn("slow", start, limits);
    await takeTurn("slow", start, limits);
    let third = false;
    const waiting = takeTurn("slow", start, limits).then((turn) => {
      third = true;
      return turn;
    });
    await takeTurn("quick", start, limits);
    expect(third).toBe(false);
    await expect(takeTurn("slow", start, limits)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    first.done();
    await waiting;
    expect(third).toBe(true);
  });
});
