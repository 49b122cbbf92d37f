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

/** Slugs that name a page of their own, or would be read as an id. */
export function isReservedSlug(slug: string): boolean {
  return slug === "new" || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(slug);
}

/** The first of "agents", "agents-2", "agents-3" … that may be had; "thesis" where the name gives no slug. */
export function freeSlug(name: string, taken: readonly string[]): string {
  const base = slugFrom(name) ?? "thesis";
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(slug) && !isReservedSlug(slug)) return slug;
  }
}

export type Wording = {
  nameEn: string;
  nameZh: string;
  statementEn: string;
  statementZh: string;
  keywords: string[];
};

/** The colour fewest theses have, the lowest of those: eight colours go round before one repeats. */
export function freestColor(taken: readonly number[]): number {
  const uses = Array.from({ length: 8 }, (_, color) => taken.filter((one) => one === color).length);
  return uses.indexOf(Math.min(...uses));
}

type Texts = { en: string; zh: string };

/** Each language's own words: one that only stands in for the other (there was no translation) is empty. */
export function ownTexts({ en, zh }: Texts): Texts {
  if (en !== zh) return { en, zh };
  return /\p{Script=Han}/u.test(en) ? { en: "", zh } : { en, zh: "" };
}

/**
 * The texts after a change: a language left out keeps its own words, one that has none reads as the other. Null when
 * neither language has any words left.
 */
export function mergeTexts(
  before: Texts,
  change: { en?: string | undefined; zh?: string | undefined },
): Texts | null {
  const own = ownTexts(before);
  const en = change.en ?? own.en;
  const zh = change.zh ?? own.zh;
  return en || zh ? { en: en || zh, zh: zh || en } : null;
}
