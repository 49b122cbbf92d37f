import { headers } from "next/headers";
import { forbidden, notFound as pageNotFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Context } from "@/server/context";
import { memberContext } from "@/server/contexts";
import { db } from "@/server/db/client";
import { AppError } from "@/server/errors";
import { isUuid } from "@/server/ids";
import { grants, type Permission } from "@/server/permissions";
import { requestPathHeader } from "@/server/request-path";
import { isEnded } from "./ended-sessions";
import { maxSessionSeconds, sessionOptions } from "./options";

export type Session = { userId: string; version: number };

/** Who the request's cookie says is asking, or null. Whether that session still lives, the database says: see below. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const session = await getServerSession({ ...sessionOptions(), providers: [] });
  if (!session || !isUuid(session.userId)) return null;
  const tooOld = Date.now() / 1000 - session.began > maxSessionSeconds;
  if (tooOld || (await isEnded(session.id))) return null;
  return { userId: session.userId, version: session.version };
});

/**
 * The signed-in member's context in the workspace `slug`; once per request. A page sends whoever is not signed in to the
 * sign-in page and shows "not found" to those who are no members; a server action throws UNAUTHENTICATED or NOT_FOUND
 * instead, so that what was typed is not lost.
 */
export const pageContext = cache(async (slug: string): Promise<Context> => {
  const session = await currentSession();
  if (!session) return signInFirst();
  try {
    return await memberContext(session, slug);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "NOT_FOUND") throw error;
    if (!(await isAlive(session))) return signInFirst();
    if (await isServerAction()) throw error;
    return pageNotFound();
  }
});

/** As `pageContext`, for a page that is of no use without a permission: members whose role lacks it are told so there. */
export async function pageContextFor(slug: string, permission: Permission): Promise<Context> {
  const context = await pageContext(slug);
  return grants(context.role, permission) ? context : forbidden();
}

export type Person = {
  id: string;
  email: string;
  name: string;
  locale: string | null;
  sessionVersion: number;
};

/** The signed-in person, outside any workspace; null when nobody is or the session died. Once per request. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const session = await currentSession();
  if (!session) return null;
  return db().user.findFirst({
    where: { id: session.userId, sessionVersion: session.version },
    select: { id: true, email: true, name: true, locale: true, sessionVersion: true },
  });
});

/** As `currentPerson`, for pages and actions that make no sense without one. */
export async function signedInPerson(): Promise<Person> {
  return (await currentPerson()) ?? signInFirst();
}

async function isAlive(session: Session): Promise<boolean> {
  const found = await db().user.count({ where: { id: session.userId, sessionVersion: session.version } });
  return found > 0;
}

async function isServerAction(): Promise<boolean> {
  return (await headers()).has("next-action");
}

async function signInFirst(): Promise<never> {
  if (await isServerAction()) {
    throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in again.", { key: "sessionEnded" });
  }
  const path = (await headers()).get(requestPathHeader);
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}
