import { AppError } from "@/server/errors";
import { FetchFailed } from "@/server/http/fetch-failed";
import type { Fetched } from "@/server/http/guarded-fetch";
import { fetchFromSite } from "./fetch-from-site";
import { asFeedProblem, problemOfStatus, problemSentence } from "./fetch-problems";

/**
 * A response as a document to be read. Its addresses are relative to where it says it lies (Content-Location, RFC 3986
 * section 5.1), else to where it was found.
 */
export function documentOf({ body, headers, finalUrl }: Fetched) {
  const place = headers["content-location"];
  const url = place && URL.canParse(place, finalUrl) ? new URL(place, finalUrl).href : finalUrl;
  return { body, contentType: headers["content-type"] ?? null, url };
}

/** The document at an address; what goes wrong is the person's to know, in words. */
export async function documentAt(url: string, headers: Record<string, string>): Promise<Fetched> {
  let response: Fetched;
  try {
    response = await fetchFromSite(url, { headers, timeoutMs: 15_000 });
  } catch (error) {
    if (error instanceof FetchFailed) throw unreadable(asFeedProblem(error.reason), error.detail);
    throw error;
  }
  if (response.status === 200) return response;
  const { problem, detail } = problemOfStatus(response.status);
  throw unreadable(problem, detail);
}

/** What is wrong with the address is the sender's to mend (INVALID); that a site does not answer is nobody's here. */
export function unreadable(problem: ReturnType<typeof asFeedProblem>, detail: string): AppError {
  const sentence = problemSentence(problem, detail.slice(0, 200));
  const details = { key: "feedUnreadable", values: { problem, detail } };
  if (problem === "address" || problem === "bad-address" || problem === "not-a-feed")
    return new AppError("INVALID", sentence, { ...details, fields: { url: sentence } });
  return new AppError("UNAVAILABLE", sentence, details);
}

/** A page that names its encoding only in its own <meta> is read in that one. */
export function htmlContentType({ body, headers }: Fetched): string | null {
  const header = headers["content-type"] ?? null;
  if (header !== null && /charset/i.test(header)) return header;
  const head = new TextDecoder("latin1").decode(body.subarray(0, 2048));
  const named = /<meta\b[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  return named ? `text/html; charset=${named}` : header;
}
