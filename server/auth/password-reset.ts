import { db } from "@/server/db/client";
import { publicUrl } from "@/server/env";
import { AppError } from "@/server/errors";
import { newId } from "@/server/ids";
import { sendMail } from "@/server/mail";
import { countTry, forgetTries } from "@/server/rate-limit";
import { hashSecret, newSecret } from "@/server/secrets";
import { hashPassword } from "./passwords";
import { resetMail } from "./reset-mail";
import { accountFrom, normalEmail } from "./sign-in";

const linkMilliseconds = 60 * 60 * 1000;

/** Counts a request for a reset link, whether or not there is such an account. Throws RATE_LIMITED. */
export async function countResetRequest(email: string, address: string): Promise<void> {
  await countTry("reset:address", address);
  await countTry("reset:everywhere", normalEmail(email));
  await countTry("reset:account", accountFrom(normalEmail(email), address));
}

/**
 * Mails a reset link (or logs it, without a mail server) if there is such an account. It works for one hour and once; using one
 * ends the others, but asking for another does not: a stranger who asks must not void the owner's link. Run it after the answer is sent: the time it takes must not tell whether there is one.
 */
export async function sendResetLink(email: string, now: Date = new Date()): Promise<void> {
  const user = await db().user.findUnique({
    where: { email: normalEmail(email) },
    select: { id: true, email: true, name: true },
  });
  if (!user) return;
  const { secret, hash } = newSecret("reset");
  await db().passwordReset.create({
    data: {
      id: newId(),
      userId: user.id,
      tokenHash: hash,
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkMilliseconds),
    },
  });
  await sendMail({ to: user.email, ...resetMail(user.name, `${publicUrl()}/reset-password/${secret}`) });
}

/** Does this link still work? Using it is what counts: asking changes nothing. */
export async function isResetLinkOpen(secret: string, now: Date = new Date()): Promise<boolean> {
  return (await db().passwordReset.count({ where: openLink(secret, now) })) > 0;
}

/** Sets a new password by a link's secret; all sessions die. Throws NOT_FOUND for a link that was used, is old or never was. */
export async function resetPassword(
  secret: string,
  password: string,
  address: string,
  now: Date = new Date(),
): Promise<void> {
  await countTry("link:address", address);
  const passwordHash = await hashPassword(password);
  const email = await db().$transaction(async (tx) => {
    const reset = await tx.passwordReset.findFirst({
      where: openLink(secret, now),
      select: { id: true, userId: true },
    });
    if (!reset) throw deadLink();
    // The condition again, in the statement that uses it up: of two people with the link, one gets through.
    const { count } = await tx.passwordReset.updateMany({
      where: { id: reset.id, usedAt: null },
      data: { usedAt: now },
    });
    if (count === 0) throw deadLink();
    await tx.passwordReset.updateMany({
      where: { userId: reset.userId, usedAt: null },
      data: { usedAt: now },
    });
    const user = await tx.user.update({
      where: { id: reset.userId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { email: true },
    });
    return user.email;
  });
  await forgetTries("sign-in:account", accountFrom(email, address));
}

function openLink(secret: string, now: Date) {
  return { tokenHash: hashSecret(secret), usedAt: null, expiresAt: { gt: now } };
}

function deadLink(): AppError {
  return new AppError("NOT_FOUND", "This link was already used or is too old. Ask for a new one.", {
    key: "deadLink",
  });
}
