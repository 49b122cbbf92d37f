import { describe, expect, it } from "vitest";
import { z } from "zod";
import { wholeNumber } from "./numbers";

const Order = z.object({ size: wholeNumber(1, 200), limit: wholeNumber(1, 5, "must be few").prefault(3) });

function problems(input: unknown): Record<string, string> {
  const { error } = Order.safeParse(input);
  return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]));
}

describe("a whole number", () => {
  it("is read from JSON and from text, and has a default only where nothing is said", () => {
    expect(Order.parse({ size: 7 })).toEqual({ size: 7, limit: 3 });
    expect(Order.parse({ size: " 200 ", limit: "1" })).toEqual({ size: 200, limit: 1 });
  });

  it.each([
    [{}, "is missing"],
    [{ size: "" }, "is missing"],
    [{ size: "  " }, "is missing"],
    [{ size: "abc" }, "must be a number"],
    [{ size: null }, "must be a number"],
    [{ size: true }, "must be a number"],
    [{ size: [] }, "must be a number"],
    [{ size: "Infinity" }, "must be a number"],
    [{ size: "1.5" }, "must be a whole number"],
    [{ size: 0 }, "must be from 1 to 200"],
    [{ size: 201 }, "must be from 1 to 200"],
  ])("says of %j: %s", (input, sentence) => {
    expect(problems(input)).toEqual({ size: sentence });
  });

  it("says what its field is about where it lies outside", () => {
    expect(problems({ size: 1, limit: 9 })).toEqual({ limit: "must be few" });
  });

  it("is published with its bounds", () => {
    expect(z.toJSONSchema(Order, { io: "input" })).toMatchObject({
      properties: {
        size: { type: "integer", minimum: 1, maximum: 200 },
        limit: { type: "integer", default: 3 },
      },
      required: ["size"],
    });
  });
});
