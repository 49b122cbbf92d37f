import type { View, ViewRecord } from "./schema";

/** Where the list of a record is, below its workspace; null where no page lists it. */
export const listPaths = {
  news: "/news",
  companies: "/companies",
  deals: "/deals",
  feeds: "/feeds",
  stories: null,
  theses: "/theses",
  audit: "/settings/activity",
  members: "/settings/members",
} as const satisfies Record<ViewRecord, string | null>;

/** A record whose list has a page. */
export type PagedRecord = Exclude<ViewRecord, "stories">;

/** The views one has pinned, each under the section of the navigation that its list belongs to. */
export function pinnedViews(slug: string, views: readonly Pick<View, "id" | "name" | "record" | "pinned">[]) {
  return views.flatMap(({ id, name, record, pinned }) => {
    const path = listPaths[record];
    if (!pinned || path === null) return [];
    const under = path.startsWith("/settings") ? "/settings" : path;
    return [{ under, href: `/w/${slug}${path}?view=${id}`, label: name }];
  });
}

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
