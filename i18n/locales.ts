/** The languages the product speaks. The locale never stands in the path: a link opens in the reader's own language. */
export const locales = ["en", "zh-CN"] as const;
export type AppLocale = (typeof locales)[number];

/** Each by its own name. */
export const localeNames = { en: "English", "zh-CN": "中文" } as const satisfies Record<AppLocale, string>;

export const defaultLocale: AppLocale = "en";

/** Written at sign-in from the person's profile and by the language switch; lives a year. */
export const localeCookie = "throughline-locale";
export const localeCookieOptions = { path: "/", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" } as const;

export function isLocale(value: unknown): value is AppLocale {
  return typeof value === "string" && (locales as readonly string[]).includes(value);
}

/** The cookie first, then Accept-Language in its order of preference (any Chinese reads zh-CN), then English. */
export function negotiateLocale(
  cookie: string | undefined,
  acceptLanguage: string | null | undefined,
): AppLocale {
  if (isLocale(cookie)) return cookie;
  for (const tag of preferredTags(acceptLanguage ?? "")) {
    const language = tag.toLowerCase().split("-")[0];
    if (language === "zh") return "zh-CN";
    if (language === "en") return "en";
  }
  return defaultLocale;
}

function preferredTags(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
