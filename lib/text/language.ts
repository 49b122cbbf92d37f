/** The primary subtag of a language code ("zh-CN" → "zh"): news in zh-CN and zh-TW is news in Chinese. Null for what is none. */
export function primaryLanguage(code: string): string | null {
  const typed = code.trim();
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(typed) ? typed.toLowerCase().replace(/-.*$/, "") : null;
}
