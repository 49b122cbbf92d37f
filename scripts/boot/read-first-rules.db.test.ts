import { expect, it } from "vitest";
import { createRule } from "@/features/tag-rules/commands/rules";
import { getRule } from "@/features/tag-rules/queries/rules";
import { createThesis } from "@/features/theses/commands";
import { Prisma } from "@/server/db/client";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { freshWorkspace } from "@/test/database/workspace";
import { readFirstRules } from "./read-first-rules";

it("a rule stored as text alone asks what its text asked, once", async () => {
  const workspace = await freshWorkspace();
  const analyst = workspace.as("analyst");
  await createThesis(analyst, { slug: "moe", name: "moe", statement: "moe" });
  const { id } = await createRule(analyst, { name: "First", thesis: "moe", expression: "MoE" });
  const owner = ownerDb(env().DATABASE_URL);
  await owner.tagRule.update({
    where: { workspaceId_id: { workspaceId: workspace.workspaceId, id } },
    data: { filter: Prisma.DbNull, expression: "published:2024 OR Feed:x" },
  });
  await owner.$disconnect();
  expect(await readFirstRules(env().DATABASE_URL)).toBe(1);
  expect(await readFirstRules(env().DATABASE_URL)).toBe(0);
  const matches = (phrase: string) => ({ field: "q", op: "matches", value: { pattern: { phrase } } });
  expect(await getRule(analyst, { id })).toMatchObject({
    filter: { or: [matches("published:2024"), matches("Feed:x")] },
    // Read today, the words would be fields.
    expression: '"published:2024" OR "Feed:x"',
    version: 1,
  });
});
