"use client";

import { type RefObject, useEffect } from "react";
import type { Desk } from "./desk";

/**
 * The row that holds the focus is in hand, so that Tab, a click and a screen reader agree with j and k about where one is.
 * After a reload one is back at the row one was at: kept by address, for another list has another place.
 */
export function useReadingPosition(area: RefObject<HTMLElement | null>, desk: Desk, single: boolean): void {
  useEffect(() => {
    const key = `reading ${window.location.pathname}`;
    const follow = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-news-row]") : null;
      if (!row?.dataset.newsRow) return;
      desk.hold(row.dataset.newsRow);
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
  }, [area, desk, single]);
}
