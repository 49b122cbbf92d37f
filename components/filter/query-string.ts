export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** A link to `pathname` with the present query and `changes` on top; null takes a parameter away. Several values become "a,b". */
export function withQuery(
  pathname: string,
  searchParams: SearchParams,
  changes: Readonly<Record<string, string | null>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...searchParams, ...changes })) {
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text) query.set(name, text);
  }
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `${pathname}?${text}` : pathname;
}
