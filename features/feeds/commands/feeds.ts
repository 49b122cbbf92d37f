import { hostOf, normalizeFeedAddress } from "@/lib/text/addresses";
import { actorUserId } from "@/server/context";
import { conflict, invalid } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { revisable, revise, rowKey } from "@/server/record/revise";
import { feedCreated, feedResumed } from "../events";
import { feedById } from "../queries/feeds";
import { CreateFeed, Feed, UpdateFeed } from "../schema";

const feeds = revisable({
  noun: "feed",
  table: "feed",
  read: (ctx, id) => ctx.tx.feed.findUniqueOrThrow({ where: rowKey(ctx, id) }),
  write: (ctx, id, data) => ctx.tx.feed.update({ where: rowKey(ctx, id), data, select: { id: true } }),
  show: feedById,
  subject: ({ id, title }) => ({ entity: "feed", entityId: id, label: title }),
  audited: ["url", "title", "folder", "status"],
});

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
  run: async (ctx, asked) => {
    const { id, version: _, ...input } = asked;
    const { before, after, columns } = await revise(ctx, feeds, asked, async (row) => {
      const url = input.url === undefined ? row.url : addressOf(input.url);
      const moved = url !== row.url;
      if (moved) await refuseTaken(ctx, url, id);
      const resumed = (input.status ?? row.status) === "active" && (moved || row.status === "paused");
      return {
        ...input,
        url,
        // What was learned of the old address says nothing about the new one; and a resumed feed gets a fresh start.
        ...(moved ? { etag: null, lastModified: null } : {}),
        ...(moved || resumed ? { failureCount: 0, lastError: null, lastErrorDetail: null } : {}),
        ...(resumed ? { nextCheckAt: ctx.now } : {}),
      };
    });
    const resumed = after.status !== "paused" && (columns.url !== undefined || before.status === "paused");
    if (resumed) ctx.emit(feedResumed, { feedId: id });
    return after;
  },
});
