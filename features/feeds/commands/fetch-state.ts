import { z } from "zod";
import { Id, Uuid } from "@/lib/schema/shapes";
import { notFound } from "@/server/errors";
import { type CommandContext, command, query } from "@/server/operation";

const FetchState = z.object({
  id: Id,
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Longer without anything new than it has been used to. */
  silent: z.boolean(),
});

export const feedFetchState = query({
  name: "feed.fetchState",
  summary: "What is needed to ask a feed's site for news",
  allow: "feed:refresh",
  input: z.object({ id: Uuid }).strict(),
  output: FetchState,
  run: async (ctx, { id }) => {
    const feed = await ctx.tx.feed.findUnique({
      where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    });
    if (!feed) throw notFound("feed");
    return asState(feed, ctx.now);
  },
});

async function mustExist(ctx: CommandContext, id: string): Promise<void> {
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  if (!(await ctx.tx.feed.findUnique({ where, select: { id: true } }))) throw notFound("feed");
}

type Row = Pick<z.infer<typeof FetchState>, "id" | "url" | "etag" | "lastModified"> & {
  quietAfter: Date | null;
};

function asState({ id, url, etag, lastModified, quietAfter }: Row, now: Date): z.infer<typeof FetchState> {
  return { id, url, etag, lastModified, silent: quietAfter !== null && quietAfter < now };
}

/** A feed taken by a worker that died is free again after this. */
const leaseMs = 5 * 60_000;

/**
 * Takes a feed that is due, so that of several workers (or jobs queued twice) one reads it; null when it is not due, paused
 * or taken.
 */
export const claimFeed = command({
  name: "feed.claim",
  summary: "Take a feed that is due, to read it",
  allow: "feed:refresh",
  input: z.object({ id: Uuid }).strict(),
  output: FetchState.nullable(),
  run: async (ctx, { id }) => {
    ctx.unaudited();
    const [feed] = await ctx.tx.feed.updateManyAndReturn({
      where: { workspaceId: ctx.workspaceId, id, status: "active", nextCheckAt: { lte: ctx.now } },
      data: { nextCheckAt: new Date(ctx.now.getTime() + leaseMs) },
    });
    if (!feed) await mustExist(ctx, id);
    return feed ? asState(feed, ctx.now) : null;
  },
});
