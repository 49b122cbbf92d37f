import { notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { command } from "@/server/operation";
import { newSecret } from "@/server/secrets";
import { checkMayGive, checkMayTouch } from "../domain";
import { personBehind } from "../queries";
import { CreatedToken, CreateToken, RemovedThing, RevokeToken } from "../schema";

export const createToken = command({
  name: "token.create",
  secretAnswer: true,
  summary: "Make an API token with a role of at most one's own",
  allow: "token:write",
  http: { method: "POST", path: "/tokens", status: 201 },
  input: CreateToken,
  output: CreatedToken,
  run: async (ctx, { name, role }) => {
    checkMayGive(ctx.role, role);
    const { secret, hash } = newSecret("tl");
    const id = newId();
    const maker = await personBehind(ctx);
    await ctx.tx.apiToken.create({
      data: {
        workspaceId: ctx.workspaceId,
        id,
        name,
        role,
        tokenHash: hash,
        createdById: maker?.id ?? null,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    ctx.audit({ entity: "token", entityId: id, label: name, changes: { role: [null, role] } });
    return {
      id,
      name,
      role,
      createdBy: maker?.name ?? null,
      createdAt: ctx.now.toISOString(),
      lastUsedAt: null,
      secret,
    };
  },
});

export const revokeToken = command({
  name: "token.revoke",
  summary: "End an API token at once",
  allow: "token:write",
  http: { method: "DELETE", path: "/tokens/{id}" },
  input: RevokeToken,
  output: RemovedThing,
  run: async (ctx, { id }) => {
    const where = { workspaceId: ctx.workspaceId, id, revokedAt: null };
    const token = await ctx.tx.apiToken.findFirst({ where, select: { name: true, role: true } });
    if (!token) throw notFound("token");
    checkMayTouch(ctx.role, token.role);
    await ctx.tx.apiToken.updateMany({ where, data: { revokedAt: ctx.now } });
    ctx.audit({ entity: "token", entityId: id, label: token.name, changes: { role: [token.role, null] } });
    return { id };
  },
});
