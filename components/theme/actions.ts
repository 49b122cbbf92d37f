"use server";

import { isColorScheme, saveColorScheme } from "./color-scheme";

/** The appearance switch: a form whose button carries `scheme`. The page renders again. */
export async function setColorScheme(form: FormData): Promise<void> {
  const scheme = form.get("scheme");
  if (isColorScheme(scheme)) await saveColorScheme(scheme);
}
