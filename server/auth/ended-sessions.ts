import { db } from "@/server/db/client";
import { isUuid } from "@/server/ids";
import { maxSessionSeconds } from "./options";

/** Ends a session for good: its token, wherever it was kept, opens nothing any more. */
export async function endSessionOf(id: string | undefined, now: Date = new Date()): Promise<void> {
  if (!id || !isUuid(id)) return;
  const longOver = new Date(now.getTime() - maxSessionSeconds * 1000);
  await db().$transaction([
    db().endedSession.createMany({ data: [{ id, endedAt: now }], skipDuplicates: true }),
    // By then the token has run out by itself.
    db().endedSession.deleteMany({ where: { endedAt: { lt: longOver } } }),
  ]);
}

export async function isEnded(id: string): Promise<boolean> {
  return isUuid(id) ? (await db().endedSession.count({ where: { id } })) > 0 : true;
}
