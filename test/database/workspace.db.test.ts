import { beforeAll, expect, it } from "vitest";
import { freshWorkspace, type TestWorkspace } from "./workspace";

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await freshWorkspace({ timeZone: "Asia/Shanghai" });
});

it("has a member of each role, each with a context of their own", () => {
  const analyst = workspace.as("analyst");
  expect(analyst).toMatchObject({
    role: "analyst",
    actor: { kind: "member", id: workspace.userOf("analyst").id },
  });
  expect(analyst.workspace).toMatchObject({
    slug: workspace.slug,
    timeZone: "Asia/Shanghai",
    currency: "USD",
  });
  expect(analyst.requestId).not.toBe(workspace.as("analyst").requestId);
});
