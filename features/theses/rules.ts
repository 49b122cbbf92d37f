/** "Open source through MoE" → "open-source-through-moe"; null when no Latin letter or digit is left (a Chinese name). */
export function slugFrom(name: string): string | null {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return slug || null;
}

export type Wording = {
  nameEn: string;
  nameZh: string;
  statementEn: string;
  statementZh: string;
  keywords: string[];
};

/** Whether two wordings say the same, word for word. */
export function sameWording(a: Wording, b: Wording): boolean {
  return (
    a.nameEn === b.nameEn &&
    a.nameZh === b.nameZh &&
    a.statementEn === b.statementEn &&
    a.statementZh === b.statementZh &&
    a.keywords.length === b.keywords.length &&
    a.keywords.every((keyword, at) => keyword === b.keywords[at])
  );
}

/** The colour fewest theses have, the lowest of those: eight colours go round before one repeats. */
export function freestColor(taken: readonly number[]): number {
  const uses = Array.from({ length: 8 }, (_, color) => taken.filter((one) => one === color).length);
  return uses.indexOf(Math.min(...uses));
}
