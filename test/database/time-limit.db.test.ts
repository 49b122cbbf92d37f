import { expect, it } from "vitest";
import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { query } from "@/server/operation";
import { freshWorkspace } from "./workspace";

const Limit = z.object({ limit: z.string() });

/** A question that the database works on for longer than it may: here a hundredth of a second. */
const slow = query({
  name: "test.slow",
  summary: "For the test",
  allow: "workspace:read",
  input: z.object({}),
  output: z.unknown(),
  run: async (ctx) => {
    await ctx.tx.$executeRaw`SET LOCAL statement_timeout = '10ms'`;
    return ctx.tx.$queryRaw`SELECT count(*)::int FROM generate_series(1, 1e9)`;
  },
});

const limit = query({
  name: "test.limit",
  summary: "For the test",
  allow: "workspace:read",
  input: z.object({}),
  output: z.string(),
  run: async (ctx) =>
    (await rows(ctx.tx, Limit, Prisma.sql`SELECT current_setting('statement_timeout') AS limit`))[0]?.limit ??
    "",
});

it("ends a question that takes too long, and says so", async () => {
  const viewer = (await freshWorkspace()).as("viewer");
  expect(await limit(viewer, {})).toBe("10s");
  await expect(slow(viewer, {})).rejects.toMatchObject({ code: "UNAVAILABLE", details: { key: "tooSlow" } });
});
