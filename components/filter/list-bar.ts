import type { ReactNode } from "react";
import type { FiltersInForce } from "./filter-definitions";

/** What a list's page puts around the list's own filters. */
export type ListBar = {
  inForce: FiltersInForce;
  whenEmpty: Readonly<Record<string, string>>;
  /** The filter as text. */
  box: ReactNode;
  /** Saved views. */
  menu: ReactNode;
  /** How many there are. */
  total: ReactNode;
};

/** The columns an address chooses, of those that a table has; null for the usual ones. */
export function chosenColumns(written: string | string[] | undefined): string[] | null {
  const names = [written ?? []].flat().flatMap((text) => text.split(","));
  return names.some(Boolean) ? names.filter(Boolean) : null;
}
