import { z } from "zod";
import { Flag, Id, Instant, optionalText, Uuid, Version } from "@/lib/schema/shapes";
import { feedProblems } from "@/server/documents/fetch-problems";
import { opmlProblems } from "./formats/opml";

/** `failing`: active, but the last check did not succeed; it is tried again at `nextCheckAt`. */
export const feedStates = ["active", "failing", "paused"] as const;
export const FeedState = z.enum(feedStates, { error: "must be active, failing or paused" });
export type FeedState = z.infer<typeof FeedState>;

/**
 * A polled source. `lastError` is an English sentence (null when the last check succeeded); `problem` and `problemDetail`
 * are what it was made of. `recentItems`: published within the last 30 days. `silent`: it is read without trouble and brought
 * nothing for longer than twice its longest pause of late, a week at least; `quietAfter` is when that began or will begin.
 */
export const Feed = z.object({
  id: Id,
  url: z.string(),
  title: z.string(),
  siteUrl: z.string().nullable(),
  folder: z.string().nullable(),
  language: z.string().nullable(),
  status: FeedState,
  lastError: z.string().nullable(),
  problem: z.enum(feedProblems).nullable(),
  problemDetail: z.string().nullable(),
  failureCount: z.number().int(),
  nextCheckAt: Instant,
  lastCheckedAt: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  lastChangedAt: Instant.nullable(),
  recentItems: z.number().int(),
  quietAfter: Instant.nullable(),
  silent: z.boolean(),
  createdAt: Instant,
  version: z.number().int(),
});
export type Feed = z.infer<typeof Feed>;
/** `itemCount`: all items it ever brought. */
export const FeedDetail = Feed.extend({ itemCount: z.number().int() });
export type FeedDetail = z.infer<typeof FeedDetail>;

export const FeedAddress = z
  .string()
  .trim()
  .min(1, { error: "must not be empty" })
  .max(2000, { error: "must have at most 2000 characters" });

/** `title`: the site's name until the feed says its own. It is fetched by the worker, not here: a feed that is down can be added. */
export const CreateFeed = z
  .object({ url: FeedAddress, title: optionalText(300), folder: optionalText(200), paused: Flag.optional() })
  .strict();

/** Fields left out stay as they are. `status`: pause or resume. A new `url` keeps the items. */
export const UpdateFeed = z
  .object({
    id: Uuid,
    version: Version.optional(),
    title: z.string().trim().min(1, { error: "must not be empty" }).max(300).optional(),
    folder: optionalText(200),
    url: FeedAddress.optional(),
    status: z.enum(["active", "paused"], { error: "must be active or paused" }).optional(),
  })
  .strict();

export const GetFeed = z.object({ id: Uuid }).strict();

/** How many feeds are in each state, and the folders there are. */
export const FeedSummary = z.object({
  active: z.number().int(),
  failing: z.number().int(),
  paused: z.number().int(),
  folders: z.array(z.string()),
});

/**
 * `found`: entries of the document; `created`, `updated`: what they changed here. Not kept: `repeated` say again what another
 * entry says, `unread` stand behind the first 2,000 or are no entries. `error`: an English sentence when it failed.
 */
export const RefreshResult = z.object({
  outcome: z.enum(["updated", "unchanged", "failed"]),
  found: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  repeated: z.number().int(),
  unread: z.number().int(),
  error: z.string().nullable(),
  problem: z.enum(feedProblems).nullable(),
});
export type RefreshResult = z.infer<typeof RefreshResult>;

export const PreviewFeed = z.object({ url: FeedAddress }).strict();

const PreviewItem = z.object({
  title: z.string(),
  url: z.string().nullable(),
  publishedAt: Instant.nullable(),
});

/**
 * What would be followed. `url` is the feed's own address; `discovered` tells how it was found: "given" (the address is a
 * feed), "page" (the page at the address names it). `items`: the first ten of `found`. `others`: more feeds of that page.
 */
export const FeedPreview = z.object({
  url: z.string(),
  title: z.string(),
  siteUrl: z.string().nullable(),
  language: z.string().nullable(),
  discovered: z.enum(["given", "page"]),
  found: z.number().int(),
  items: z.array(PreviewItem),
  others: z.array(z.object({ url: z.string(), title: z.string().nullable() })),
  existing: z.object({ id: Id, title: z.string() }).nullable(),
});
export type FeedPreview = z.infer<typeof FeedPreview>;

/** `opml`: the file's text. `dryRun`: only say what would happen. `paused`: import without polling yet. */
export const ImportOpml = z
  .object({
    opml: z.string().min(1, { error: "must not be empty" }).max(5_000_000, { error: "is larger than 5 MB" }),
    dryRun: Flag.default(false),
    paused: Flag.default(false),
  })
  .strict();

const OpmlEntry = z.object({
  line: z.number().int(),
  url: z.string().nullable(),
  title: z.string(),
  folder: z.string().nullable(),
  result: z.enum(["created", "exists", "problem"]),
  feedId: Id.nullable(),
  problem: z.enum(opmlProblems).nullable(),
});

/** One entry per outline of the file that is or should be a feed, in its order, at most 5,000. */
export const OpmlResult = z.object({
  dryRun: z.boolean(),
  created: z.number().int(),
  existing: z.number().int(),
  problems: z.number().int(),
  entries: z.array(OpmlEntry),
});
export type OpmlResult = z.infer<typeof OpmlResult>;
