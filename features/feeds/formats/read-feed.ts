import { documentOf } from "@/server/documents/fetch-document";
import type { Fetched } from "@/server/http/guarded-fetch";
import { NotAFeed, type ParsedFeed, parseFeed } from "./parse-feed";

/** Feeds first, then what servers call feeds. */
export const feedHeaders = {
  accept:
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5",
};

/** The feed an answer holds; null when it holds none. */
export function readFeed(response: Fetched, timeZone: string): ParsedFeed | null {
  try {
    return parseFeed({ ...documentOf(response), timeZone });
  } catch (error) {
    if (error instanceof NotAFeed) return null;
    throw error;
  }
}
