"use client";

import { useSyncExternalStore } from "react";

/** Wide enough for a list and what is read beside it; reading-pane.module.css has the same width. */
const wide = "(min-width: 1200px)";

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wide).matches,
    () => false,
  );
}
