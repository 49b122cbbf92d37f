"use server";

import { cookies } from "next/headers";
import { isLocale, localeCookie, localeCookieOptions } from "./locales";

/** The language switch: a form whose button carries `locale`. Keeps the choice in the cookie; the page renders again. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  (await cookies()).set(localeCookie, locale, localeCookieOptions);
}
