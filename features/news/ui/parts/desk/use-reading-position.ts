"use client";

import { type RefObject, useEffect } from "react";
import type { Desk } from "./desk";
import { positionKey } from "./list-walk";

/**
 * The row that holds the focus is in hand, so that Tab, a click and a screen reader agree with j and k about where one is.
 * After a reload one is back at the row one was at: kept by address, for another list has another place.
 */
export function useReadingPosition(area: RefObject<HTMLElement | null>, desk: Desk, single: boolean): void {
  useEffect(() => {
    const key = positionKey(window.location.pathname);
    const follow = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-news-row]") : null;
      if (!row?.dataset.newsRow) return;
      desk.hold(row.dataset.newsRow);
      if (!single) sessionStorage.setItem(key, row.dataset.newsRow);
    };
    /** A click beside what can be clicked takes the row in hand too. */
    const take = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest("a, button, input, select, textarea, label")) return;
      target
        .closest("[data-news-row]")
        ?.querySelector<HTMLElement>("[data-row-link]")
        ?.focus({ preventScroll: true });
    };
    document.addEventListener("focusin", follow);
    if (!single) document.addEventListener("click", take);
    const kept = single ? null : sessionStorage.getItem(key);
    const row = kept && area.current?.querySelector<HTMLElement>(`[data-news-row="${CSS.escape(kept)}"]`);
    if (row && document.activeElement === document.body) {
      row.querySelector<HTMLElement>("[data-row-link]")?.focus({ preventScroll: true });
      row.scrollIntoView({ block: "center" });
    }
    return () => {
      document.removeEventListener("focusin", follow);
      document.removeEventListener("click", take);
    };
  }, [area, desk, single]);
}
