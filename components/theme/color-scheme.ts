import { cookies } from "next/headers";

export const colorSchemes = ["auto", "light", "dark"] as const;
export type ColorScheme = (typeof colorSchemes)[number];

const cookie = "throughline-color-scheme";

export function isColorScheme(value: unknown): value is ColorScheme {
  return colorSchemes.some((scheme) => scheme === value);
}

/** What this reader chose in this browser; "auto" follows the system. */
export async function readColorScheme(): Promise<ColorScheme> {
  const value = (await cookies()).get(cookie)?.value;
  return isColorScheme(value) ? value : "auto";
}

export async function saveColorScheme(scheme: ColorScheme): Promise<void> {
  (await cookies()).set(cookie, scheme, { path: "/", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" });
}
