import { z } from "zod";
import { hostOf, normalizeFeedAddress } from "@/lib/text/addresses";
import { actorUserId } from "@/server/context";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { invalid } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command, query } from "@/server/operation";
import { NotOpml, type Opml, type OpmlFeed, parseOpml, writeOpml } from "../formats/opml";
import { ImportOpml, OpmlResult } from "../schema";

/** A list's feeds are read one after the other, not all in the same minute: so many milliseconds apart. */
const spreadMs = 500;

type Entry = OpmlResult["entries"][number];

export const importOpml = command({
  name: "feed.importOpml",
  summary:
    "Follow the feeds of a subscription list (OPML), or only say what that would do; feeds already here are left as they are",
  allow: "feed:write",
  http: { method: "POST", path: "/feeds/opml" },
  input: ImportOpml,
  output: OpmlResult,
  run: async (ctx, { opml, dryRun, paused }) => {
    const list = readList(opml);
    const known = await knownFeeds(ctx, list.feeds.map(addressOf));
    const entries = list.feeds.map((feed) => entryOf(feed, known.get(addressOf(feed)) ?? null, dryRun));
    const created = entries.filter((entry) => entry.result === "created");
    if (!dryRun && created.length > 0) await follow(ctx, list.feeds, created, paused);
    const problems = list.problems.map(
      ({ line, problem, text }): Entry => ({
        line,
        url: null,
        title: text,
        folder: null,
        result: "problem",
        feedId: null,
        problem,
      }),
    );
    return {
      dryRun,
      created: created.length,
      existing: entries.length - created.length,
      problems: problems.length,
      entries: [...entries, ...problems].sort((a, b) => a.line - b.line),
    };
  },
});

function readList(text: string): Opml {
  try {
    return parseOpml(text);
  } catch (error) {
    if (error instanceof NotOpml)
      throw invalid({ opml: "is not a subscription list: there is no <outline> in it" });
    throw error;
  }
}

function addressOf(feed: OpmlFeed): string {
  return normalizeFeedAddress(feed.url) ?? feed.url;
}

async function knownFeeds(ctx: CommandContext, urls: string[]): Promise<Map<string, string>> {
  const found = await rows(
    ctx.tx,
    z.object({ id: z.string(), url: z.string() }),
    Prisma.sql`SELECT id, url FROM feed WHERE workspace_id = ${ctx.workspaceId}::uuid AND url = ANY(${urls}::text[])`,
  );
  return new Map(found.map(({ id, url }) => [url, id]));
}

function entryOf(feed: OpmlFeed, existing: string | null, dryRun: boolean): Entry {
  const url = addressOf(feed);
  return {
    line: feed.line,
    url,
    title: (feed.title ?? hostOf(url)).slice(0, 300),
    folder: feed.folder?.slice(0, 200) ?? null,
    result: existing === null ? "created" : "exists",
    feedId: existing ?? (dryRun ? null : newId()),
    problem: null,
  };
}

async function follow(
  ctx: CommandContext,
  feeds: OpmlFeed[],
  entries: Entry[],
  paused: boolean,
): Promise<void> {
  const siteOf = new Map(feeds.map((feed) => [addressOf(feed), feed.siteUrl]));
  await ctx.tx.feed.createMany({
    data: entries.flatMap(({ feedId, url, title, folder }, index) =>
      feedId === null || url === null
        ? []
        : [
            {
              workspaceId: ctx.workspaceId,
              id: feedId,
              url,
              title,
              folder,
              siteUrl: siteOf.get(url) ?? null,
              status: paused ? ("paused" as const) : ("active" as const),
              nextCheckAt: new Date(ctx.now.getTime() + index * spreadMs),
              createdAt: ctx.now,
              createdById: actorUserId(ctx.actor),
            },
          ],
    ),
  });
  for (const { feedId, url, title } of entries) {
    if (feedId !== null)
      ctx.audit({ entity: "feed", entityId: feedId, label: title, changes: { url: [null, url] } });
  }
}

export const exportOpml = query({
  name: "feed.exportOpml",
  summary: "All feeds as a subscription list (OPML 2.0), by folder",
  allow: "news:read",
  http: { method: "GET", path: "/feeds/opml" },
  input: z.object({}).strict(),
  output: z.object({ opml: z.string() }),
  run: async (ctx) => {
    const feeds = await rows(
      ctx.tx,
      z.object({
        url: z.string(),
        title: z.string(),
        siteUrl: z.string().nullable(),
        folder: z.string().nullable(),
      }),
      Prisma.sql`SELECT url, title, site_url AS "siteUrl", folder FROM feed WHERE workspace_id = ${ctx.workspaceId}::uuid
        ORDER BY folder NULLS FIRST, lower(title), id LIMIT 20000`,
    );
    return { opml: writeOpml(ctx.workspace.name, feeds) };
  },
});
