import { createWorkspace, type NewWorkspace } from "@/features/workspaces/commands/create";
import type { Context } from "@/server/context";
import { memberContext } from "@/server/contexts";
import { ownerDb } from "@/server/db/owner";
import { env } from "@/server/env";
import { newId } from "@/server/ids";
import { type Role, roles } from "@/server/permissions";

export type TestUser = { id: string; email: string; name: string };

export type TestWorkspace = {
  workspaceId: string;
  slug: string;
  /** The context of the member who has this role, as a page would get it; a new request with each call. */
  as(role: Role): Context;
  userOf(role: Role): TestUser;
};

/**
 * A workspace of its own for a suite, with one member per role, default facets and the pipeline "investments". Slug and
 * addresses are random, so suites share a database without meeting.
 */
export async function freshWorkspace(options: Partial<NewWorkspace> = {}): Promise<TestWorkspace> {
  const owner = ownerDb(env().DATABASE_URL);
  try {
    const mark = newId().replaceAll("-", "").slice(-12);
    const made = await createWorkspace(owner, { name: `Fund ${mark}`, slug: `fund-${mark}`, ...options });
    const members = new Map<Role, { user: TestUser; context: Context }>();
    for (const role of roles) {
      const user = { id: newId(), email: `${role}-${mark}@example.test`, name: `The ${role}` };
      await owner.user.create({ data: user });
      await owner.membership.create({ data: { workspaceId: made.id, userId: user.id, role } });
      members.set(role, { user, context: await memberContext({ userId: user.id, version: 1 }, made.slug) });
    }
    const memberOf = (role: Role) => {
      const member = members.get(role);
      if (!member) throw new Error(`no member is ${role}`);
      return member;
    };
    return {
      workspaceId: made.id,
      slug: made.slug,
      as: (role) => ({ ...memberOf(role).context, now: new Date(), requestId: newId() }),
      userOf: (role) => memberOf(role).user,
    };
  } finally {
    await owner.$disconnect();
  }
}
