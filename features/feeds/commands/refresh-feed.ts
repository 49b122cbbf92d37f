import type { FetchedItem } from "@/features/news/commands/prepare-item";
import type { Context } from "@/server/context";
import { plainText } from "@/server/documents/clean-html";
import { fetchFromSite } from "@/server/documents/fetch-from-site";
import { asFeedProblem, problemOfStatus, problemSentence } from "@/server/documents/fetch-problems";
import { FetchFailed } from "@/server/http/fetch-failed";
import type { Fetched } from "@/server/http/guarded-fetch";
import { procedure } from "@/server/operation/procedure";
import { maxAgeMs, retryAfterMs } from "../domain/schedule";
import { itemKeys } from "../formats/item-key";
import type { ParsedFeed, ParsedItem } from "../formats/parse-feed";
import { feedHeaders, readFeed } from "../formats/read-feed";
import { GetFeed, RefreshResult } from "../schema";
import { claimFeed, feedFetchState } from "./fetch-state";
import { type FetchOutcome, storeFetch } from "./store-fetch";

type FetchState = Awaited<ReturnType<typeof feedFetchState>>;

const nothing = {
  outcome: "unchanged",
  found: 0,
  created: 0,
  updated: 0,
  repeated: 0,
  unread: 0,
  error: null,
  problem: null,
} as const;

/**
 * Asks a feed's site for news and stores what it answers: the one way there is, whether a person, the API or the worker
 * wants it. No transaction is open while the site takes its time. A site that fails is a result, not an error.
 * `onlyWhenDue` leaves paused feeds alone, those already checked, and those another worker is reading.
 */
export async function refresh(
  context: Context,
  id: string,
  { onlyWhenDue = false } = {},
): Promise<RefreshResult> {
  const state = onlyWhenDue ? await claimFeed(context, { id }) : await feedFetchState(context, { id });
  if (state === null) return nothing;
  const { unread = 0, ...outcome } = await ask(state, context.workspace.timeZone);
  // Time has passed: what is stored is stored at the time it is stored.
  const { created, updated, repeated } = await storeFetch(
    { ...context, now: new Date() },
    { id, url: state.url, outcome },
  );
  if (outcome.kind === "failed") {
    const { problem, detail } = outcome;
    return { ...nothing, outcome: "failed", problem, error: problemSentence(problem, detail) };
  }
  const found = outcome.kind === "document" ? outcome.items.length + unread : 0;
  const change = created + updated > 0 ? "updated" : "unchanged";
  return { ...nothing, outcome: change, found, created, updated, repeated, unread };
}

export const refreshFeed = procedure({
  name: "feed.refresh",
  summary: "Read a feed now and say what that brought",
  allow: "feed:refresh",
  http: { method: "POST", path: "/feeds/{id}/refresh" },
  input: GetFeed,
  output: RefreshResult,
  run: (context, { id }) => refresh(context, id),
});

/** `unread`: entries of the document that are not among its items. */
async function ask(state: FetchState, timeZone: string): Promise<FetchOutcome & { unread?: number }> {
  let response: Fetched;
  try {
    response = await fetchFromSite(state.url, { headers: { ...feedHeaders, ...conditions(state) } });
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    return {
      kind: "failed",
      problem: asFeedProblem(error.reason),
      detail: error.detail.slice(0, 200),
      retryAfter: null,
    };
  }
  const { status, headers, permanentUrl } = response;
  const keepFor = maxAgeMs(headers["cache-control"]);
  if (status === 304) {
    return {
      kind: "unchanged",
      permanentUrl,
      keepFor,
      etag: headers.etag ?? state.etag,
      lastModified: headers["last-modified"] ?? state.lastModified,
    };
  }
  if (status !== 200) {
    return {
      kind: "failed",
      ...problemOfStatus(status),
      retryAfter: retryAfterMs(headers["retry-after"], new Date()),
    };
  }
  const feed = readFeed(response, timeZone);
  if (feed === null) return { kind: "failed", problem: "not-a-feed", detail: "", retryAfter: null };
  const { title, siteUrl, language, entries } = feed;
  const keys = itemKeys(feed.items);
  const validators = {
    etag: headers.etag?.slice(0, 500) ?? null,
    lastModified: headers["last-modified"]?.slice(0, 100) ?? null,
  };
  return {
    kind: "document",
    permanentUrl,
    keepFor,
    ...validators,
    title,
    siteUrl,
    language,
    unread: entries - feed.items.length,
    items: feed.items.map((item, at) => asFetchedItem(item, feed, keys[at] ?? "")),
  };
}

/** A silent feed is asked for all it has: some servers say "not modified" for ever. */
function conditions({ etag, lastModified, silent }: FetchState): Record<string, string> {
  if (silent) return {};
  return {
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
}

const maxText = 100_000;

function asFetchedItem(item: ParsedItem, feed: ParsedFeed, sourceKey: string): FetchedItem {
  const html = item.contentHtml ?? item.summaryHtml ?? "";
  return {
    sourceKey,
    url: item.url,
    title: item.title ?? "",
    author: item.author,
    language: item.language ?? feed.language,
    publishedAt: item.published?.at.toISOString() ?? null,
    publishedDay: item.published?.day ?? null,
    assumedZone: item.published?.assumedZone ?? null,
    html,
    text: plainText(html, maxText),
  };
}
