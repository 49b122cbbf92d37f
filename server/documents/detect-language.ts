/**
 * The language of a title or text as a primary subtag. Kana mean Japanese, Hangul Korean; otherwise Han characters in a
 * fifth of the letters mean Chinese (a headline about "OpenAI" holds many Latin ones). Latin text is what its feed declares,
 * else English.
 */
export function detectLanguage(text: string, declared?: string | null): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  if (kana > 0 && kana * 10 >= han + kana) return "ja";
  if (hangul > 0 && hangul * 5 >= letters) return "ko";
  if (han > 0 && han * 5 >= letters) return "zh";
  const subtag = /^[a-z]{2,3}/i.exec(declared ?? "")?.[0]?.toLowerCase();
  // A Chinese feed's English headline is an English headline.
  return subtag && !["zh", "ja", "ko"].includes(subtag) ? subtag : "en";
}
