import { z } from "zod";
import { FetchedItem } from "@/features/news/commands/prepare-item";
import { storeItems } from "@/features/news/commands/store-items";
import { Uuid } from "@/lib/schema/shapes";
import { hostOf } from "@/lib/text/addresses";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { feedProblems } from "@/server/documents/fetch-problems";
import { notFound } from "@/server/errors";
import { type CommandContext, command } from "@/server/operation";
import { nextAfterFailure, nextAfterSuccess, phaseOf, quietAfter, rhythmOf } from "../domain/schedule";

const milliseconds = z.number().int().min(0).nullable();
const answered = {
  /** The address to use from now on, when the site moved the feed for good. */
  permanentUrl: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  keepFor: milliseconds,
};

/** What came of asking: nothing new (304), a document, or a failure. Times to wait are in milliseconds. */
const FetchOutcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unchanged"), ...answered }).strict(),
  z
    .object({
      kind: z.literal("document"),
      ...answered,
      title: z.string().nullable(),
      siteUrl: z.string().nullable(),
      language: z.string().nullable(),
      items: z.array(FetchedItem).max(20_000),
    })
    .strict(),
  z
    .object({
      kind: z.literal("failed"),
      problem: z.enum(feedProblems),
      detail: z.string().max(500),
      retryAfter: milliseconds,
    })
    .strict(),
]);
export type FetchOutcome = z.output<typeof FetchOutcome>;

/** `url`: the address that was asked; when the feed has another by now, the outcome is about something else and dropped. */
const StoreFetch = z.object({ id: Uuid, url: z.string(), outcome: FetchOutcome }).strict();
const Stored = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  /** Entries of the document that say again what another of it says. */
  repeated: z.number().int(),
});
const nothing = { created: 0, updated: 0, repeated: 0 };

export const storeFetch = command({
  name: "feed.storeFetch",
  summary: "Keep what a feed's site answered, and say when to ask again",
  allow: "feed:refresh",
  input: StoreFetch,
  output: Stored,
  run: async (ctx, { id, url, outcome }) => {
    const feed = await lockFeed(ctx, id);
    ctx.unaudited();
    if (feed.url !== url) return nothing;
    if (outcome.kind === "failed") {
      await recordFailure(ctx, feed, outcome);
      return nothing;
    }
    const items = outcome.kind === "document" ? outcome.items : [];
    const { created, updated, repeated } = await storeItems(ctx, id, items);
    const stored = { created: created.length, updated: updated.length, repeated };
    await recordSuccess(ctx, feed, outcome, stored.created + stored.updated > 0);
    return stored;
  },
});

const LockedFeed = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  status: z.string(),
  failures: z.number().int(),
});
type LockedFeed = z.infer<typeof LockedFeed>;

/** One fetch of a feed is stored at a time. */
async function lockFeed(ctx: CommandContext, id: string): Promise<LockedFeed> {
  const [feed] = await rows(
    ctx.tx,
    LockedFeed,
    Prisma.sql`SELECT id, url, title, status::text, failure_count AS failures FROM feed
      WHERE workspace_id = ${ctx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`,
  );
  if (!feed) throw notFound("feed");
  return feed;
}

async function recordFailure(
  ctx: CommandContext,
  feed: LockedFeed,
  { problem, detail, retryAfter }: Extract<FetchOutcome, { kind: "failed" }>,
) {
  const failures = feed.failures + 1;
  const retire = problem === "gone" && feed.status === "active";
  await ctx.tx.feed.updateMany({
    where: { workspaceId: ctx.workspaceId, id: feed.id },
    data: {
      lastCheckedAt: ctx.now,
      failureCount: failures,
      lastError: problem,
      lastErrorDetail: detail || null,
      nextCheckAt: nextAfterFailure({ now: ctx.now, dice: Math.random(), failures, retryAfter }),
      ...(retire ? { status: "paused", version: { increment: 1 } } : {}),
    },
  });
  if (retire)
    ctx.audit({
      entity: "feed",
      entityId: feed.id,
      label: feed.title,
      changes: { status: ["active", "paused"], lastError: [null, problem] },
    });
}

type Answered = Exclude<FetchOutcome, { kind: "failed" }>;

async function recordSuccess(
  ctx: CommandContext,
  feed: LockedFeed,
  outcome: Answered,
  changed: boolean,
): Promise<void> {
  const published = await ctx.tx.newsItem.findMany({
    where: { workspaceId: ctx.workspaceId, feedId: feed.id },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    select: { publishedAt: true },
    take: 20,
  });
  const dates = published.map((item) => item.publishedAt);
  const rhythm = rhythmOf(dates, ctx.now);
  const moved = await movedTo(ctx, feed, outcome.permanentUrl);
  // A title nobody chose: the host stood in for it until the feed said its own.
  const title =
    outcome.kind === "document" && outcome.title && feed.title === hostOf(feed.url)
      ? outcome.title.slice(0, 300)
      : feed.title;
  await ctx.tx.feed.updateMany({
    where: { workspaceId: ctx.workspaceId, id: feed.id },
    data: {
      lastCheckedAt: ctx.now,
      lastSuccessAt: ctx.now,
      ...(changed ? { lastChangedAt: ctx.now } : {}),
      failureCount: 0,
      lastError: null,
      lastErrorDetail: null,
      nextCheckAt: nextAfterSuccess({
        now: ctx.now,
        phase: phaseOf(feed.id),
        rhythm,
        keepFor: outcome.keepFor,
      }),
      quietAfter: quietAfter(dates),
      etag: outcome.etag,
      lastModified: outcome.lastModified,
      title,
      ...(outcome.kind === "document" ? { siteUrl: outcome.siteUrl, language: outcome.language } : {}),
      ...(moved ? { url: moved } : {}),
      ...(moved || title !== feed.title ? { version: { increment: 1 } } : {}),
    },
  });
  if (moved)
    ctx.audit({ entity: "feed", entityId: feed.id, label: title, changes: { url: [feed.url, moved] } });
}

/** Where the feed lives from now on; null when it did not move, or when another feed lives there already. */
async function movedTo(
  ctx: CommandContext,
  feed: LockedFeed,
  permanentUrl: string | null,
): Promise<string | null> {
  if (!permanentUrl || permanentUrl === feed.url) return null;
  const taken = await ctx.tx.feed.findUnique({
    where: { workspaceId_url: { workspaceId: ctx.workspaceId, url: permanentUrl } },
    select: { id: true },
  });
  return taken ? null : permanentUrl;
}
