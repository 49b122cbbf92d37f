/** Several names as one text: "a, b, c", in Chinese "a、b、c". Intl.ListFormat puts nothing between Chinese names. */
export function listText(names: readonly string[], locale: string): string {
  return names.join(locale.startsWith("zh") ? "、" : ", ");
}
