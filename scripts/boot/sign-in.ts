import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { seedDemo } from "@/prisma/seed/demo";
import { dataDir, writeSecret } from "./environment";

const Account = z.object({ email: z.string(), password: z.string() });
type Account = z.infer<typeof Account>;

const file = () => path.join(dataDir(), "first-password");

/**
 * Makes the demo on the first run. Its password is kept, for its owner's eyes only, until it was shown: a start that is
 * broken off in between must not lock everybody out.
 */
export async function demoAccount(databaseUrl: string): Promise<Account | null> {
  const made = await seedDemo({ databaseUrl });
  if (made) writeSecret(file(), JSON.stringify(made));
  if (!existsSync(file())) return null;
  return Account.parse(JSON.parse(readFileSync(file(), "utf8")));
}

export function passwordWasShown(): void {
  rmSync(file(), { force: true });
}
