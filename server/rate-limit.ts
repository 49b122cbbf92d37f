import pg from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { env } from "@/server/env";
import { AppError } from "@/server/errors";
import { log } from "@/server/log";
import { hashSecret } from "@/server/secrets";

const minute = 60;

/**
 * How often something may be tried, per key and window. A narrow limit counts an account together with the network a try comes
 * from, so that a stranger elsewhere cannot lock its owner out; wider ones count the account and the address alone.
 */
const limits = {
  "sign-in:account": { points: 10, duration: 15 * minute },
  "sign-in:everywhere": { points: 300, duration: 15 * minute },
  "sign-in:address": { points: 60, duration: 15 * minute },
  "password:account": { points: 10, duration: 15 * minute },
  "reset:account": { points: 3, duration: 60 * minute },
  "reset:everywhere": { points: 30, duration: 60 * minute },
  "reset:address": { points: 20, duration: 60 * minute },
  "link:address": { points: 30, duration: 15 * minute },
} as const;

export type LimitName = keyof typeof limits;

type Holder = { throughlineLimits?: { pool: pg.Pool; limiters: Map<LimitName, RateLimiterPostgres> } };
const holder: Holder = globalThis as Holder;

function store() {
  holder.throughlineLimits ??= { pool: newPool(), limiters: new Map() };
  return holder.throughlineLimits;
}

/** The store wants a driver of its own: one connection, dropped when idle, as the role row-level security binds. */
function newPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    options: "-c role=throughline_app",
    application_name: "throughline-limits",
    max: 1,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced at the next try; without a listener it would end the process.
  pool.on("error", (error) => log.warn({ err: error }, "rate limit connection"));
  return pool;
}

function limiter(name: LimitName): RateLimiterPostgres {
  const { pool, limiters } = store();
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: name,
    ...limits[name],
  });
  limiters.set(name, made);
  return made;
}

/** Keys are hashed: the table holds nobody's mail address, and no key is too long for its column. */
function keyOf(subject: string): string {
  return hashSecret(subject).slice(0, 40);
}

/** Counts one try before it is made, so that many at once cannot slip through. Throws RATE_LIMITED with the wait. */
export async function countTry(name: LimitName, subject: string): Promise<void> {
  try {
    await limiter(name).consume(keyOf(subject));
  } catch (refused) {
    const wait = msBeforeNext(refused);
    if (wait === null) throw refused;
    throw tooMany(Math.max(1, Math.ceil(wait / 1000)));
  }
}

/** A refusal by its shape: the library stands in two bundles, so its class is not one class. Anything else is a failure. */
function msBeforeNext(refused: unknown): number | null {
  if (refused instanceof Error || typeof refused !== "object" || refused === null) return null;
  return "msBeforeNext" in refused && typeof refused.msBeforeNext === "number" ? refused.msBeforeNext : null;
}

/** The try was a good one: it does not count after all. */
export async function forgetTry(name: LimitName, subject: string): Promise<void> {
  await limiter(name).reward(keyOf(subject));
}

/** All tries so far are forgotten: the person has shown who they are. */
export async function forgetTries(name: LimitName, subject: string): Promise<void> {
  await limiter(name).delete(keyOf(subject));
}

export function tooMany(seconds: number): AppError {
  const minutes = Math.ceil(seconds / 60);
  return new AppError(
    "RATE_LIMITED",
    `Too many attempts. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"} and try again.`,
    {
      key: "rateLimited",
      values: { minutes, seconds },
    },
  );
}

export async function disconnectLimits(): Promise<void> {
  await holder.throughlineLimits?.pool.end();
  holder.throughlineLimits = undefined;
}
