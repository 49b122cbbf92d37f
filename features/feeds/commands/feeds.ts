import { hostOf, normalizeFeedAddress } from "@/lib/text/addresses";
import { actorUserId } from "@/server/context";
import { conflict, invalid, notFound, staleVersion } from "@/server/errors";
import { newId } from "@/server/ids";
import { type Changes, type CommandContext, command } from "@/server/operation";
import { feedCreated, feedResumed } from "../events";
import { feedById } from "../queries/feeds";
import { CreateFeed, Feed, UpdateFeed } from "../schema";

export const createFeed = command({
  name: "feed.create",
  summary: "Follow a feed; the same address again is refused, naming the feed that has it",
  allow: "feed:write",
  http: { method: "POST", path: "/feeds", status: 201 },
  input: CreateFeed,
  output: Feed,
  run: async (ctx, input) => {
    const url = addressOf(input.url);
    await refuseTaken(ctx, url, null);
    const id = newId();
    const title = input.title ?? hostOf(url);
    await ctx.tx.feed.create({
      data: {
        workspaceId: ctx.workspaceId,
        id,
        url,
        title,
        folder: input.folder ?? null,
        status: input.paused ? "paused" : "active",
        nextCheckAt: ctx.now,
        createdAt: ctx.now,
        createdById: actorUserId(ctx.actor),
      },
    });
    ctx.audit({ entity: "feed", entityId: id, label: title, changes: { url: [null, url] } });
    // The worker reads it at once; nobody waits for a slow site here.
    if (!input.paused) ctx.emit(feedCreated, { feedId: id });
    return feedById(ctx, id);
  },
});

function addressOf(text: string): string {
  const url = normalizeFeedAddress(text);
  if (url === null) throw invalid({ url: "must be a web address like https://example.com/feed.xml" });
  return url;
}

async function refuseTaken(ctx: CommandContext, url: string, id: string | null): Promise<void> {
  const other = await ctx.tx.feed.findUnique({
    where: { workspaceId_url: { workspaceId: ctx.workspaceId, url } },
    select: { id: true, title: true },
  });
  if (!other || other.id === id) return;
  throw conflict(`${url} is already followed, as “${other.title}” (${other.id}).`, {
    key: "feedAddressTaken",
    values: { title: other.title, id: other.id, url },
    fields: { url: `already belongs to “${other.title}”` },
  });
}

export const updateFeed = command({
  name: "feed.update",
  summary: "Rename a feed, sort it into a folder, give it another address, pause or resume it",
  allow: "feed:write",
  http: { method: "PATCH", path: "/feeds/{id}" },
  input: UpdateFeed,
  output: Feed,
  run: async (ctx, { id, version, ...input }) => {
    const before = await ctx.tx.feed.findUnique({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    });
    if (!before) throw notFound("feed");
    if (version !== undefined && version !== before.version)
      throw staleVersion("feed", version, before.version);
    const url = input.url === undefined ? before.url : addressOf(input.url);
    const moved = url !== before.url;
    if (moved) await refuseTaken(ctx, url, id);
    const after = {
      url,
      title: input.title ?? before.title,
      folder: input.folder === undefined ? before.folder : input.folder,
      status: input.status ?? before.status,
    };
    const changes: Changes = {};
    for (const field of ["url", "title", "folder", "status"] as const) {
      if (after[field] !== before[field]) changes[field] = [before[field], after[field]];
    }
    if (Object.keys(changes).length === 0) return feedById(ctx, id);
    const resumed = after.status === "active" && (moved || before.status === "paused");
    const { count } = await ctx.tx.feed.updateMany({
      where: { workspaceId: ctx.workspaceId, id, version: before.version },
      data: {
        ...after,
        // What was learned of the old address says nothing about the new one; and a resumed feed gets a fresh start.
        ...(moved ? { etag: null, lastModified: null } : {}),
        ...(moved || resumed ? { failureCount: 0, lastError: null, lastErrorDetail: null } : {}),
        ...(resumed ? { nextCheckAt: ctx.now } : {}),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw staleVersion("feed", before.version, before.version + 1);
    ctx.audit({ entity: "feed", entityId: id, label: after.title, changes });
    if (resumed) ctx.emit(feedResumed, { feedId: id });
    return feedById(ctx, id);
  },
});
