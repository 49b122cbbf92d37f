import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "@/features/registry";
import { AppError } from "@/server/errors";
import { type Role, roles } from "@/server/permissions";
import { type Fixture, makeFixture } from "./fixture";
import matrix from "./permission-matrix.json" with { type: "json" };
import { samples } from "./samples";

/** Operation → the least role that may call it, written down by hand: the code's own table cannot be its judge. */
const minRole: Record<string, string> = matrix;

it("covers every operation, and nothing else", () => {
  expect(Object.keys(minRole).sort()).toEqual(operations.map((operation) => operation.name).sort());
});

describe.each(roles)("%s", (role) => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await makeFixture();
  });

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    "%s",
    async (name, operation) => {
      const least = roles.indexOf(minRole[name] as Role);
      const answer = await operation
        .call(fixture.workspace.as(role), samples[name]?.(fixture))
        .catch((error: unknown) => error);
      const refused =
        answer instanceof AppError && answer.code === "FORBIDDEN" && answer.details.key === "forbidden";
      expect(refused).toBe(roles.indexOf(role) < least);
      // Whatever else may be wrong with the sample by now (its deal was moved, its member removed), it is no crash.
      if (answer instanceof Error) expect(answer).toBeInstanceOf(AppError);
    },
  );
});
