/** What of a news item is read: its title and the beginning of what it says, each a sentence of its own. */
export function textOf({ title, excerpt }: { title: string; excerpt: string }): string {
  return `${title}\n${excerpt}`;
}

/** "zh-CN" and "zh-Hant" are measured together as "zh". */
export function languageOf(code: string): string {
  return code.split("-", 1)[0]?.toLowerCase() ?? code;
}
