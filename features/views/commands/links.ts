import { publicUrl } from "@/server/env";
import { notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { newSecret } from "@/server/secrets";
import { RemovedView, ViewId, ViewLink } from "../schema";
import { ownView } from "./views";

export const linkView = command({
  name: "view.link",
  secretAnswer: true,
  summary:
    "Make addresses at which a view can be read without signing in, as a JSON Feed and as CSV; earlier ones end. They show what a viewer may see",
  allow: "view:share",
  http: { method: "POST", path: "/views/{id}/link", status: 201 },
  input: ViewId,
  output: ViewLink,
  run: async (ctx, { id }) => {
    const view = await ownView(ctx, id);
    await endLinks(ctx, id);
    const { secret, hash } = newSecret("view");
    const linkId = newId();
    await ctx.tx.viewLink.create({
      data: {
        workspaceId: ctx.workspaceId,
        id: linkId,
        viewId: id,
        tokenHash: hash,
        createdBy: ctx.actor.name,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    ctx.audit({ entity: "view", entityId: id, label: view.name, changes: { link: [null, "made"] } });
    const base = `${publicUrl()}/api/views/${secret}`;
    return { id: linkId, feed: `${base}/feed.json`, csv: `${base}/list.csv` };
  },
});

export const unlinkView = command({
  name: "view.unlink",
  summary: "End the addresses at which a view can be read without signing in",
  allow: "view:share",
  http: { method: "DELETE", path: "/views/{id}/link" },
  input: ViewId,
  output: RemovedView,
  run: async (ctx, { id }) => {
    const view = await ownView(ctx, id);
    if ((await endLinks(ctx, id)) === 0) throw notFound("link of this view");
    ctx.audit({ entity: "view", entityId: id, label: view.name, changes: { link: ["made", null] } });
    return { id };
  },
});

async function endLinks(ctx: CommandContext, viewId: string): Promise<number> {
  const { count } = await ctx.tx.viewLink.updateMany({
    where: { workspaceId: ctx.workspaceId, viewId, revokedAt: null },
    data: { revokedAt: ctx.now },
  });
  return count;
}
