import { AppError } from "@/server/errors";

/**
 * So that one program cannot stop the others: a token is answered `maxInWork` requests at a time, the next ones wait their turn,
 * and beyond `perMinute` (a bucket that refills steadily) or `maxWaiting` they are refused. Counted in this process.
 */
export type Limits = { perMinute: number; maxInWork: number; maxWaiting: number };
export const restLimits: Limits = { perMinute: 6000, maxInWork: 6, maxWaiting: 60 };

type Use = { left: number; at: number; inWork: number; waiting: (() => void)[] };

/** What the RateLimit header says: how many requests are left, and in how many seconds the bucket is full again. */
export type Allowance = { left: number; fullIn: number };

const uses = new Map<string, Use>();
/** More tokens than this at once, and those at rest are forgotten. */
const maxRemembered = 10_000;

function bucketOf(token: string, now: number, { perMinute }: Limits): Use {
  const use = uses.get(token) ?? { left: perMinute, at: now, inWork: 0, waiting: [] };
  use.left = Math.min(perMinute, use.left + ((now - use.at) * perMinute) / 60_000);
  use.at = now;
  if (!uses.has(token) && uses.size >= maxRemembered)
    for (const [other, { inWork }] of uses) if (inWork === 0) uses.delete(other);
  uses.set(token, use);
  return use;
}

/** Waits for the token's turn; call `done` when the request is answered. Throws RATE_LIMITED with the wait in seconds. */
export async function takeTurn(
  token: string,
  now = Date.now(),
  limits = restLimits,
): Promise<{ allowance: Allowance; done: () => void }> {
  const use = bucketOf(token, now, limits);
  if (use.left < 1) throw tooMany(Math.ceil(((1 - use.left) * 60) / limits.perMinute));
  if (use.waiting.length >= limits.maxWaiting) throw tooMany(1);
  use.left -= 1;
  if (use.inWork >= limits.maxInWork) await new Promise<void>((resolve) => use.waiting.push(resolve));
  else use.inWork += 1;
  return {
    allowance: {
      left: Math.floor(use.left),
      fullIn: Math.ceil(((limits.perMinute - use.left) * 60) / limits.perMinute),
    },
    done: () => {
      const next = use.waiting.shift();
      // The turn is handed on; only without anybody waiting is there one fewer in work.
      if (next) next();
      else use.inWork -= 1;
    },
  };
}

function tooMany(seconds: number): AppError {
  return new AppError("RATE_LIMITED", `This token sends too many requests. Wait ${seconds} s and go on.`, {
    key: "rateLimited",
    values: { minutes: 1, seconds },
  });
}

/** The headers of the IETF draft "RateLimit header fields for HTTP". */
export function rateLimitHeaders(
  { left, fullIn }: Allowance,
  { perMinute } = restLimits,
): Record<string, string> {
  return { "ratelimit-policy": `"token";q=${perMinute};w=60`, ratelimit: `"token";r=${left};t=${fullIn}` };
}
