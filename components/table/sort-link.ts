import { type SearchParams, withQuery } from "@/components/filter/query-string";

type List = {
  pathname: string;
  searchParams: SearchParams;
  /** The order in force: a field, "-" before it for the largest or latest first. */
  sort: string;
  /** The order the list has unless told, which no link names. */
  usual: string;
};

/** How a column's header sorts: the largest first, and when that is so, the smallest first. */
export function sortLink({ pathname, searchParams, sort, usual }: List, field: string) {
  const next = sort === `-${field}` ? field : `-${field}`;
  const direction = sort === `-${field}` ? ("desc" as const) : ("asc" as const);
  return {
    href: withQuery(pathname, searchParams, { sort: next === usual ? null : next, cursor: null }),
    ...(sort === field || sort === `-${field}` ? { direction } : {}),
  };
}
