/** Why a feed could not be read: what is stored, and what screens and the API make sentences of. */
export const feedProblems = [
  "dns",
  "connection",
  "tls",
  "timeout",
  "blocked",
  "not-found",
  "gone",
  "rate-limited",
  "status",
  "too-large",
  "too-many-redirects",
  "address",
  "bad-address",
  "decompression",
  "not-a-feed",
  "other",
] as const;
export type FeedProblem = (typeof feedProblems)[number];

/** A reason as it is stored or as the guarded client gives it; what is not known by name is "other". */
export function asFeedProblem(reason: string): FeedProblem {
  if (reason === "scheme" || reason === "credentials" || reason === "invalid") return "bad-address";
  return feedProblems.find((problem) => problem === reason) ?? "other";
}

const sentences: Record<FeedProblem, (detail: string) => string> = {
  dns: () => "The site's name could not be resolved. Check the address for typing mistakes.",
  connection: (detail) => `The site could not be reached${inBrackets(detail)}.`,
  tls: (detail) =>
    `The secure connection failed${inBrackets(detail)}; the site's certificate may be wrong or expired.`,
  timeout: () => "The site did not answer in time.",
  blocked: (detail) => `The site blocks automated reading${inBrackets(detail)}.`,
  "not-found": () => "There is nothing at this address (404).",
  gone: () => "The site says the feed is gone for good (410), so it was paused.",
  "rate-limited": () => "The site asked us to come back later (429).",
  status: (detail) => `The site answered with an error${inBrackets(detail)}.`,
  "too-large": () => "The document is too large.",
  "too-many-redirects": () => "The site redirects too often or in a circle.",
  address: (detail) =>
    `The address lies in a private network${inBrackets(detail)}, which this server may not fetch from. THROUGHLINE_FETCH_ALLOW permits networks.`,
  "bad-address": (detail) => `This is not an address that can be fetched${inBrackets(detail)}.`,
  decompression: () => "The document is compressed in a broken way.",
  "not-a-feed": () => "The document is not a feed (RSS, Atom or JSON Feed).",
  other: (detail) => `The feed could not be read${inBrackets(detail)}.`,
};

function inBrackets(detail: string): string {
  return detail ? ` (${detail})` : "";
}

/** An English sentence for people who read the API. */
export function problemSentence(problem: FeedProblem, detail: string | null): string {
  return sentences[problem](detail ?? "");
}

/** What an HTTP status other than success means for whoever wants to read the feed. */
export function problemOfStatus(status: number): { problem: FeedProblem; detail: string } {
  const detail = String(status);
  if (status === 401 || status === 403 || status === 451) return { problem: "blocked", detail };
  if (status === 404) return { problem: "not-found", detail };
  if (status === 410) return { problem: "gone", detail };
  if (status === 429) return { problem: "rate-limited", detail };
  return { problem: "status", detail };
}
