import { env } from "@/server/env";
import { isPublicAddress, parseCidrs } from "@/server/http/address-guard";
import { type Fetched, type FetchOptions, guardedFetch } from "@/server/http/guarded-fetch";

/** Between two requests to one site. */
const gapMs = 250;

/** The last request to each host that was asked lately; the next one waits for it. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Gets a document from someone's site through the guarded client, one request per host at a time and with a pause in
 * between. Networks of one's own (THROUGHLINE_FETCH_ALLOW) need no sparing. Throws FetchFailed.
 */
export async function fetchFromSite(
  url: string,
  options: Pick<FetchOptions, "headers" | "timeoutMs" | "maxBytes"> = {},
): Promise<Fetched> {
  const fetchNow = () => guardedFetch(url, { ...options, allow: parseCidrs(env().THROUGHLINE_FETCH_ALLOW) });
  const host = sparedHost(url);
  return host === null ? fetchNow() : inTurn(host, fetchNow);
}

/** The host whose requests stand in line; null for addresses in a network of one's own. */
export function sparedHost(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  const bare = hostname.replace(/^\[|\]$/g, "");
  const ownNetwork = bare === "localhost" || (/^[\d.]+$|:/.test(bare) && !isPublicAddress(bare));
  return ownNetwork ? null : hostname;
}

async function inTurn<T>(host: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(host) ?? Promise.resolve();
  const result = before.then(work);
  const over = result.then(pause, pause);
  turns.set(host, over);
  void over.then(() => {
    if (turns.get(host) === over) turns.delete(host);
  });
  return result;
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, gapMs);
  });
}
