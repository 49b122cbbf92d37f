/** The rows chosen in a list; a range begins at the anchor, the row chosen or freed last. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | null };

export const emptySelection: Selection = { ids: new Set(), anchor: null };

export function choose({ ids }: Selection, id: string, yes: boolean): Selection {
  const chosen = new Set(ids);
  if (yes) chosen.add(id);
  else chosen.delete(id);
  return { ids: chosen, anchor: id };
}

/** Chooses everything from the anchor to a row, in the list's order; the row alone when the anchor is not in the list. */
export function extend({ ids, anchor }: Selection, order: readonly string[], to: string): Selection {
  const [from, here] = [order.indexOf(anchor ?? to), order.indexOf(to)];
  const start = from === -1 ? here : from;
  const range = order.slice(Math.min(start, here), Math.max(start, here) + 1);
  return { ids: new Set([...ids, ...range]), anchor: to };
}

export function selectAll(order: readonly string[]): Selection {
  return { ids: new Set(order), anchor: order.at(-1) ?? null };
}

/** Without a row that left the list. */
export function forget(selection: Selection, id: string): Selection {
  if (!selection.ids.has(id)) return selection;
  const ids = new Set(selection.ids);
  ids.delete(id);
  return { ids, anchor: selection.anchor === id ? null : selection.anchor };
}

/** The row so many places from where one is, at most the first or last; from nowhere, the first or the last. */
export function move(order: readonly string[], at: string | null, by: number): string | undefined {
  const here = order.indexOf(at ?? "");
  if (here === -1) return by > 0 ? order[0] : order.at(-1);
  return order[Math.min(Math.max(here + by, 0), order.length - 1)];
}

/** The first that fits after a row, else the last before it. */
export function nearest(
  order: readonly string[],
  at: string,
  fits: (id: string) => boolean,
): string | undefined {
  const here = order.indexOf(at);
  return order.slice(here + 1).find(fits) ?? order.slice(0, Math.max(here, 0)).findLast(fits);
}
