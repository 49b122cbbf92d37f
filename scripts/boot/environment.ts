import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { embeddedUrl } from "@/server/db/embedded";
import { ConfigurationError } from "@/server/env";

/** Ends the program with the error's sentence, without a trace, when it cannot do its work. */
export async function exitWithMessage(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

export function dataDir(): string {
  return path.resolve(process.env.THROUGHLINE_DATA_DIR || ".data");
}

/** A server's programs without DATABASE_URL work on the embedded database that `npm start` keeps in the data folder. */
export function connectToEmbedded(): void {
  if (process.env.DATABASE_URL) return;
  const url = embeddedUrl(dataDir());
  if (!url) {
    throw new ConfigurationError(
      `DATABASE_URL is not set, and there is no database in ${dataDir()} yet: set it, or run npm start first.`,
    );
  }
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET ||= sessionSecret();
}

/** The key that signs sessions, made once and kept beside the data. */
export function sessionSecret(): string {
  const file = path.join(dataDir(), "session-secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const secret = randomBytes(48).toString("base64url");
  writeSecret(file, secret);
  return secret;
}

/** For its owner's eyes only, and there whole or not at all. */
export function writeSecret(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
