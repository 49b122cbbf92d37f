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
export async function fetchFromSite(url: string, options: Options = {}): Promise<Fetched> {
  const response = await fetchInTurn(url, options);
  const elsewhere = refreshTarget(response);
  return elsewhere === null ? response : fetchInTurn(elsewhere, options);
}

type Options = Pick<FetchOptions, "headers" | "timeoutMs" | "maxBytes">;

function fetchInTurn(url: string, options: Options): Promise<Fetched> {
  const fetchNow = () => guardedFetch(url, { ...options, allow: parseCidrs(env().THROUGHLINE_FETCH_ALLOW) });
  const host = sparedHost(url);
  return host === null ? fetchNow() : inTurn(host, fetchNow);
}

/** Where a page that only leads on leads: <meta http-equiv="refresh" content="0; url=…">. Null for any other document. */
function refreshTarget({ status, body, finalUrl }: Fetched): string | null {
  if (status !== 200) return null;
  const head = new TextDecoder().decode(body.subarray(0, 4096));
  if (!/^\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|meta)\b/i.test(head)) return null;
  const [meta = ""] = /<meta\b[^>]*http-equiv\s*=\s*["']?refresh\b[^>]*>/i.exec(head) ?? [];
  const [, seconds, target] = /content\s*=\s*["']?\s*(\d+)[^>]*?url\s*=\s*["']?([^"'>]+)/i.exec(meta) ?? [];
  if (target === undefined || Number(seconds) > 5 || !URL.canParse(target.trim(), finalUrl)) return null;
  const { href } = new URL(target.trim().replaceAll("&amp;", "&"), finalUrl);
  return href === finalUrl ? null : href;
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
