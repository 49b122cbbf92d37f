import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { z } from "zod";

// argon2id (the library's default kind) with the memory and passes OWASP recommends: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Fewer than a million guesses of someone who knows the lists of common passwords (zxcvbn; D. L. Wheeler, USENIX Security 2016). */
function isEasilyGuessed(password: string): boolean {
  return estimator.check(normal(password)).score < 2;
}

/** A password someone chooses: 10 to 200 characters, whatever they are; length is what counts (NIST SP 800-63B). */
export const NewPassword = z
  .string()
  .min(10, { error: "must have at least 10 characters" })
  .max(200, { error: "must have at most 200 characters" })
  .refine((password) => !isEasilyGuessed(password), {
    error: "is one of those that are tried first; take several words that do not belong together",
  });

/** The same characters typed by another keyboard are the same password: full-width letters, composed accents. */
function normal(password: string): string {
  return password.normalize("NFKC");
}

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost);
}

let nobodys: Promise<string> | undefined;

/** Does `password` belong to `stored`? Without a stored hash the answer is no, after the same work: time tells nothing. */
export async function isPasswordOf(stored: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword("a password nobody has");
  const matches = await verify(stored ?? (await nobodys), normal(password));
  return matches && Boolean(stored);
}
