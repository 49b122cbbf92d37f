/** The text in the reader's language, else in the other one. */
export function localizedText(text: { en?: string | null; zh?: string | null }, locale: string): string {
  const [own, other] = locale.startsWith("zh") ? [text.zh, text.en] : [text.en, text.zh];
  return own || other || "";
}
