import { describe, expect, it } from "vitest";
import { options, UsageError } from "./usage";

const shape = { required: ["name"], optional: ["slug"], flags: ["password-stdin"] } as const;

describe("options", () => {
  it("reads values and flags in either style", () => {
    const { values, flags } = options(["--name", "Blue Cliff", "--slug=blue", "--password-stdin"], shape);
    expect(values).toEqual({ name: "Blue Cliff", slug: "blue" });
    expect(flags.has("password-stdin")).toBe(true);
  });

  it.each([
    [[], "--name is missing."],
    [["--name", "  "], "--name is missing."],
    [["--name", "x", "--nmae", "y"], "--nmae"],
    [["--name", "x", "stray"], "stray"],
    [["--name"], "--name"],
    [["--name", "x", "--slug"], "--slug"],
  ])("refuses %j in one sentence", (args, sentence) => {
    const refused = (() => {
      try {
        return options(args, shape);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as UsageError).message).toContain(sentence);
    expect((refused as UsageError).message).not.toContain("\n");
  });
});
