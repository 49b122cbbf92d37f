import { lookup as dnsLookup, type LookupAddress } from "node:dns";
import { Agent, request } from "undici";
import { type Cidr, isPublicAddress, urlProblem } from "./address-guard";
import { readBounded } from "./bounded-body";
import { Cookies } from "./cookies";
import { FetchFailed } from "./fetch-failed";

export { FetchFailed } from "./fetch-failed";

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

export type FetchOptions = {
  headers?: Record<string, string>;
  /** For everything together, redirects and body included. */
  timeoutMs?: number;
  /** Of the body, compressed and not. */
  maxBytes?: number;
  maxRedirects?: number;
  /** Non-public networks that may be contacted all the same. */
  allow?: readonly Cidr[];
  /** Name resolution; tests put their own here. */
  resolve?: Resolve;
};

export type Fetched = {
  status: number;
  finalUrl: string;
  /** Where permanent redirects alone led, when they did: the address to use from now on. */
  permanentUrl: string | null;
  headers: Record<string, string>;
  body: Uint8Array;
};

const userAgent = "Throughline/0.1 (+feed reader)";

/**
 * GETs what a user asked for, and refuses to be used against the network this runs in: http and https alone, the address
 * checked where the socket connects (so a name cannot change its mind in between) and again on each redirect, with bounds
 * on time, size, decompression and redirects. Any status is an answer. Throws FetchFailed.
 */
export async function guardedFetch(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { timeoutMs = 20_000, allow = [] } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  const agent = guardedAgent(allow, options.resolve ?? systemResolve, timeoutMs);
  try {
    return await follow(url, options, agent, signal);
  } catch (error) {
    throw failure(error, signal);
  } finally {
    // Not close(): that would wait for a body nobody reads on.
    void agent.destroy();
  }
}

async function follow(
  url: string,
  { headers: asked = {}, maxBytes = 5 * 1024 * 1024, maxRedirects = 5, allow = [] }: FetchOptions,
  dispatcher: Agent,
  signal: AbortSignal,
): Promise<Fetched> {
  let current = url;
  let permanentUrl: string | null = null;
  let onlyPermanent = true;
  const cookies = new Cookies();
  for (let hop = 0; ; hop++) {
    const problem = urlProblem(current, allow);
    if (problem) throw new FetchFailed(problem, current.slice(0, 200));
    const response = await request(current, {
      dispatcher,
      signal,
      headers: { ...requestHeaders(asked), ...cookies.for(current) },
    });
    cookies.keep(current, response.headers["set-cookie"]);
    const headers = flat(response.headers);
    const target = redirectTarget(response.statusCode, headers.location, current);
    if (target === null) {
      const body = await readBounded(response.body, headers["content-encoding"] ?? "", maxBytes);
      return { status: response.statusCode, finalUrl: current, permanentUrl, headers, body };
    }
    response.body.on("error", () => undefined).destroy();
    if (hop >= maxRedirects) throw new FetchFailed("too-many-redirects", String(maxRedirects));
    current = target;
    onlyPermanent &&= response.statusCode === 301 || response.statusCode === 308;
    if (onlyPermanent) permanentUrl = current;
  }
}

function requestHeaders(asked: Record<string, string>): Record<string, string> {
  return { accept: "*/*", "accept-encoding": "gzip, deflate, br", ...asked, "user-agent": userAgent };
}

/** Where a redirect leads; null when the response is none. */
function redirectTarget(status: number, location: string | undefined, from: string): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  if (!URL.canParse(location, from)) throw new FetchFailed("invalid", location.slice(0, 200));
  return new URL(location, from).href;
}

function guardedAgent(allow: readonly Cidr[], resolve: Resolve, timeoutMs: number): Agent {
  return new Agent({
    connect: {
      timeout: timeoutMs,
      lookup: (hostname, lookupOptions, callback) => {
        resolve(hostname).then(
          (found) => {
            const permitted = found.filter(({ address }) => isPublicAddress(address, allow));
            const first = permitted[0];
            if (!first) return callback(new FetchFailed(found.length > 0 ? "address" : "dns", hostname), []);
            if (lookupOptions.all) return callback(null, permitted);
            return callback(null, first.address, first.family);
          },
          (error: NodeJS.ErrnoException) =>
            callback(new FetchFailed("dns", `${hostname} ${error.code ?? ""}`.trim()), []),
        );
      },
    },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: -1,
  });
}

function systemResolve(hostname: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), String(value)]],
  );
  return Object.fromEntries(entries);
}

function failure(error: unknown, signal: AbortSignal): FetchFailed {
  if (error instanceof FetchFailed) return error;
  if (signal.aborted) return new FetchFailed("timeout");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof Error && error.cause instanceof FetchFailed) return error.cause;
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return new FetchFailed("timeout", code);
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return new FetchFailed("tls", code);
  return new FetchFailed(
    "connection",
    code || (error instanceof Error ? error.message : String(error)).slice(0, 200),
  );
}
