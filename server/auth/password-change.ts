import { db } from "@/server/db/client";
import { AppError } from "@/server/errors";
import { countTry, forgetTries } from "@/server/rate-limit";
import { hashPassword, isPasswordOf } from "./passwords";

/**
 * Gives someone a new password; needs the current one. All their sessions die, and the answer is the version a new one
 * needs. Throws INVALID for a wrong current password, RATE_LIMITED after too many.
 */
export async function changePassword(
  userId: string,
  current: string,
  next: string,
): Promise<{ sessionVersion: number }> {
  await countTry("password:account", userId);
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true, sessionVersion: true },
  });
  if (!(await isPasswordOf(user.passwordHash, current))) {
    const problem = "is not your current password";
    throw new AppError("INVALID", `current: ${problem}`, {
      key: "currentPassword",
      fields: { current: problem },
    });
  }
  const passwordHash = await hashPassword(next);
  // The version stands in the condition: of two changes at once, one finds the password it checked already replaced.
  const { count } = await db().user.updateMany({
    where: { id: userId, sessionVersion: user.sessionVersion },
    data: { passwordHash, sessionVersion: { increment: 1 } },
  });
  if (count === 0)
    throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in again.", { key: "sessionEnded" });
  await db().passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
  await forgetTries("password:account", userId);
  return { sessionVersion: user.sessionVersion + 1 };
}

/** Every session of this person dies, on every device. */
export async function endAllSessions(userId: string): Promise<void> {
  await db().user.update({
    where: { id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { id: true },
  });
}
