/** A language code in the reader's words: "en" → English, 英语. The code itself when nobody knows it. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
