import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { dataDir, writeSecret } from "./environment";

const Account = z.object({ email: z.string(), password: z.string() });
export type Account = z.infer<typeof Account>;

const file = () => path.join(dataDir(), "first-password");

/**
 * The demo's password is kept, for its owner's eyes only, until it was shown: a start that is broken off in between must
 * not lock everybody out.
 */
export function savePassword(account: Account): void {
  writeSecret(file(), JSON.stringify(account));
}

/** The account whose password nobody was shown yet. */
export function unshownPassword(): Account | null {
  return existsSync(file()) ? Account.parse(JSON.parse(readFileSync(file(), "utf8"))) : null;
}

export function passwordWasShown(): void {
  rmSync(file(), { force: true });
}
