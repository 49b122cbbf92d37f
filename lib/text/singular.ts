/** The S stemmer: D. Harman, "How effective is suffixing?", JASIS 42 (1991). */
export function singular(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith("ies") && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (word.endsWith("es") && !/[aeo]es$/.test(word)) return word.slice(0, -1);
  if (word.endsWith("s") && !/(us|ss)$/.test(word)) return word.slice(0, -1);
  return word;
}
