/** A language code in the reader's words: "en" → English, 英语. The code itself when nobody knows it. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The calendar day of an instant in a zone, as YYYY-MM-DD; the Swedish locale writes days so. */
export function dayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(instant));
}
