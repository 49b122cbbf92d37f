"use client";

import { type RefObject, useEffect } from "react";

/**
 * Follows the focus from row to row, and after a reload goes back to the row one was at. Kept by address in the tab's own
 * store: another list has another place.
 */
export function useReadingPosition(
  area: RefObject<HTMLElement | null>,
  inHand: RefObject<string | null>,
  single: boolean,
): void {
  useEffect(() => {
    const key = `reading ${window.location.pathname}`;
    const follow = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-news-row]") : null;
      if (!row?.dataset.newsRow) return;
      inHand.current = row.dataset.newsRow;
      if (!single) sessionStorage.setItem(key, row.dataset.newsRow);
    };
    document.addEventListener("focusin", follow);
    const kept = single ? null : sessionStorage.getItem(key);
    const row = kept && area.current?.querySelector<HTMLElement>(`[data-news-row="${CSS.escape(kept)}"]`);
    if (row && document.activeElement === document.body) {
      row.querySelector<HTMLElement>("[data-row-link]")?.focus({ preventScroll: true });
      row.scrollIntoView({ block: "center" });
    }
    return () => document.removeEventListener("focusin", follow);
  }, [area, inHand, single]);
}
