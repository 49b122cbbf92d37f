import { rowsIn } from "./row-list";

/** The list an item was opened from, as it stood then: its address, and a line for each item. */
const walkKey = "reading list";
/** Where one is in the list at this address. */
export const positionKey = (list: string) => `reading ${list}`;

/** Whoever opens an item of a list can go on from item to item. Answers how to stop listening. */
export function keepListOnOpening(area: () => HTMLElement | null): () => void {
  const keep = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || !target.closest("[data-row-link]")) return;
    sessionStorage.setItem(walkKey, [window.location.pathname, ...rowsIn(area).order()].join("\n"));
  };
  document.addEventListener("click", keep);
  return () => document.removeEventListener("click", keep);
}

/** The item so many places on in the list one came from, where the list will then find its reader; null where there is none. */
export function turnInList(from: string, by: number): string | null {
  const [list = "", ...ids] = sessionStorage.getItem(walkKey)?.split("\n") ?? [];
  const here = ids.indexOf(from);
  const next = here === -1 ? undefined : ids[here + by];
  if (next === undefined) return null;
  sessionStorage.setItem(positionKey(list), next);
  return next;
}
