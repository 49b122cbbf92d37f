import { expect, it } from "vitest";
import { getOverview } from "@/features/overview/queries";
import { freshWorkspace } from "@/test/database/workspace";
import { createInvitation } from "./commands/invitations";
import { createToken } from "./commands/tokens";
import { listAudit } from "./queries";

it("tells of invitations and tokens to those who may list them, and to nobody else", async () => {
  const workspace = await freshWorkspace();
  await createInvitation(workspace.as("admin"), { email: "newcomer@fund.test", role: "analyst" });
  await createToken(workspace.as("admin"), { name: "nightly", role: "viewer" });
  const entities = async (role: "viewer" | "analyst" | "admin") => {
    const { data, total } = await listAudit(workspace.as(role), {});
    expect(total?.count).toBe(data.length);
    const { activity } = await getOverview(workspace.as(role), {});
    return [...data, ...activity].map(({ entity }) => entity).filter((one) => /invitation|token/.test(one));
  };
  expect(await entities("viewer")).toEqual([]);
  expect(await entities("analyst")).toEqual([]);
  expect((await entities("admin")).sort()).toEqual(["invitation", "invitation", "token", "token"]);
});
