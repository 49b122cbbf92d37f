"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import type { z } from "zod";
import { isLocale, localeCookie, localeCookieOptions } from "@/i18n/locales";
import { type ActionResult, errorBody } from "@/server/action";
import { clientAddress } from "@/server/auth/client-address";
import { acceptInvitation, acceptInvitationAnew } from "@/server/auth/invitation";
import { changePassword, endAllSessions } from "@/server/auth/password-change";
import { countResetRequest, resetPassword, sendResetLink } from "@/server/auth/password-reset";
import { updateProfile } from "@/server/auth/profile";
import { currentPerson, signedInPerson } from "@/server/auth/session";
import { endSession, startSession } from "@/server/auth/session-cookie";
import { signIn } from "@/server/auth/sign-in";
import { newId } from "@/server/ids";
import { log } from "@/server/log";
import { parseInput } from "@/server/operation";
import { safePath } from "./domain";
import {
  AcceptAnew,
  AcceptInvitation,
  AskForReset,
  ChangePassword,
  Profile,
  ResetPassword,
  SignIn,
} from "./schema";

/** Actions of a person as such, outside any workspace. The input comes from the browser and is parsed like everything else. */
async function answer<S extends z.ZodType, T>(
  schema: S,
  raw: z.input<S>,
  work: (input: z.output<S>) => Promise<T>,
): Promise<ActionResult<T>> {
  const requestId = newId();
  try {
    return { ok: true, data: await work(parseInput(schema, raw)) };
  } catch (error) {
    return { ok: false, error: errorBody(error, requestId) };
  }
}

async function address(): Promise<string> {
  return clientAddress(await headers());
}

async function saveLocale(locale: string | null): Promise<void> {
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, localeCookieOptions);
}

/** Signs in and leads to `next`, or to the start page. */
export async function signInAction(input: z.input<typeof SignIn>): Promise<ActionResult<null>> {
  return answer(SignIn, input, async ({ email, password, next }) => {
    const person = await signIn(email, password, await address());
    await startSession(person);
    await saveLocale(person.locale);
    redirect(safePath(next));
  });
}

export async function signOutAction(): Promise<void> {
  await endSession();
  redirect("/sign-in");
}

/** The same answer whether or not there is such an account; the looking up and the mailing happen after it. */
export async function askForResetAction(
  input: z.input<typeof AskForReset>,
): Promise<ActionResult<{ email: string }>> {
  return answer(AskForReset, input, async ({ email }) => {
    await countResetRequest(email, await address());
    after(() =>
      sendResetLink(email).catch((error) => log.error({ err: error }, "a reset link could not be sent")),
    );
    return { email };
  });
}

export async function resetPasswordAction(input: z.input<typeof ResetPassword>): Promise<ActionResult<null>> {
  return answer(ResetPassword, input, async ({ secret, password }) => {
    await resetPassword(secret, password, await address());
    await endSession();
    redirect("/sign-in?reset=done");
  });
}

export async function acceptInvitationAction(
  input: z.input<typeof AcceptInvitation>,
): Promise<ActionResult<null>> {
  return answer(AcceptInvitation, input, async ({ secret }) => {
    const { slug } = await acceptInvitation(secret, await signedInPerson(), await address());
    redirect(`/w/${slug}`);
  });
}

export async function acceptAnewAction(input: z.input<typeof AcceptAnew>): Promise<ActionResult<null>> {
  return answer(AcceptAnew, input, async ({ secret, name, password }) => {
    const { slug, person } = await acceptInvitationAnew(secret, { name, password }, await address());
    await startSession(person);
    redirect(`/w/${slug}`);
  });
}

/** This browser stays signed in, with a session of the new version; all others end. */
export async function changePasswordAction(
  input: z.input<typeof ChangePassword>,
): Promise<ActionResult<null>> {
  return answer(ChangePassword, input, async ({ current, next }) => {
    const person = await signedInPerson();
    const { sessionVersion } = await changePassword(person.id, current, next);
    await startSession({ id: person.id, sessionVersion });
    return null;
  });
}

export async function signOutEverywhereAction(): Promise<void> {
  const person = await currentPerson();
  if (person) await endAllSessions(person.id);
  await endSession();
  redirect("/sign-in");
}

export async function updateProfileAction(input: z.input<typeof Profile>): Promise<ActionResult<null>> {
  return answer(Profile, input, async (profile) => {
    await updateProfile((await signedInPerson()).id, profile);
    await saveLocale(profile.locale);
    if (profile.locale === null) (await cookies()).delete(localeCookie);
    return null;
  });
}
