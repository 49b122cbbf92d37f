/** A value of a list's row as one cell of a table: names in both languages, money with its currency, lists with semicolons. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellOf).filter(Boolean).join("; ");
  if (typeof value !== "object") return String(value);
  const has = (...names: string[]) => names.every((name) => name in value);
  const part = (name: string) => cellOf(Object.getOwnPropertyDescriptor(value, name)?.value);
  if (has("en", "zh")) return [...new Set([part("en"), part("zh")])].filter(Boolean).join(" / ");
  if (has("value", "currency")) return `${part("value")} ${part("currency")}`;
  if (has("thesis", "stance")) return `${part("thesis")} ${part("stance")} ${part("strength")}`;
  if (has("name")) return part("name");
  if (has("title")) return part("title");
  return JSON.stringify(value);
}

/** What a row is called in a feed. */
export function labelOf(row: Readonly<Record<string, unknown>>): string {
  for (const name of ["title", "name", "company", "label", "operation", "slug", "id"]) {
    const label = cellOf(row[name]);
    if (label) return label;
  }
  return "";
}

/** When a row is dated, for a feed: when it was published, changed or made. */
export function dateOf(row: Readonly<Record<string, unknown>>): string | undefined {
  const dated = ["publishedAt", "updatedAt", "at", "createdAt"].map((name) => row[name]);
  return dated.find((value) => typeof value === "string");
}
