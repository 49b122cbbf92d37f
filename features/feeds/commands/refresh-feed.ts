import type { FetchedItem } from "@/features/news/commands/store-items";
import type { Context } from "@/server/context";
import { plainText } from "@/server/documents/clean-html";
import { fetchFromSite } from "@/server/documents/fetch-from-site";
import { asFeedProblem, problemOfStatus, problemSentence } from "@/server/documents/fetch-problems";
import { FetchFailed } from "@/server/http/fetch-failed";
import type { Fetched } from "@/server/http/guarded-fetch";
import { procedure } from "@/server/operation/procedure";
import { maxAgeMs, retryAfterMs } from "../domain/schedule";
import { itemKey } from "../formats/item-key";
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
  const outcome = await ask(state, context.workspace.timeZone);
  // Time has passed: what is stored is stored at the time it is stored.
  const { created, updated } = await storeFetch(
    { ...context, now: new Date() },
    { id, url: state.url, outcome },
  );
  if (outcome.kind === "failed") {
    const { problem, detail } = outcome;
    return { ...nothing, outcome: "failed", problem, error: problemSentence(problem, detail) };
  }
  const found = outcome.kind === "document" ? outcome.items.length : 0;
  return { ...nothing, outcome: created + updated > 0 ? "updated" : "unchanged", found, created, updated };
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

async function ask(state: FetchState, timeZone: string): Promise<FetchOutcome> {
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
  const { title, siteUrl, language } = feed;
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
    items: feed.items.slice(0, 20_000).map((item) => asFetchedItem(item, feed)),
  };
}

function conditions({ etag, lastModified }: FetchState): Record<string, string> {
  return {
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
}

const maxText = 100_000;

function asFetchedItem(item: ParsedItem, feed: ParsedFeed): FetchedItem {
  const html = item.contentHtml ?? item.summaryHtml ?? "";
  return {
    sourceKey: itemKey(item),
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
