import { type SearchParams, withQuery } from "@/components/filter/query-string";

/** Where the head of a column leads: its order, the other way round where it is already in force. `sort`: the order now. */
export function sortLink(
  pathname: string,
  searchParams: SearchParams,
  sort: string | null,
  field: string,
  first: "asc" | "desc" = "asc",
): { href: string; direction?: "asc" | "desc" } {
  const direction = sort === field ? "asc" : sort === `-${field}` ? "desc" : null;
  const next = direction === null ? first : direction === "asc" ? "desc" : "asc";
  const written = next === "asc" ? field : `-${field}`;
  return {
    href: withQuery(pathname, searchParams, { sort: written, cursor: null }),
    ...(direction === null ? {} : { direction }),
  };
}
