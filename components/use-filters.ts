"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";

type Values = Record<string, string | null>;

/**
 * The filters in the URL as text. Setting one reloads the page's data on the server; paging starts again. `busy` while it does.
 * An empty text counts as absent.
 */
export function useFilters(names: readonly string[], reset: readonly string[]) {
  const [busy, startTransition] = useTransition();
  const parsers = Object.fromEntries([...names, ...reset].map((name) => [name, parseAsString]));
  const [values, setValues] = useQueryStates(parsers, { shallow: false, history: "push", scroll: false, startTransition });

  const set = (changes: Values, history: "push" | "replace" = "push") => {
    const cleaned = Object.entries(changes).map(([name, value]) => [name, value || null]);
    const paging = reset.map((name) => [name, null]);
    void setValues(Object.fromEntries([...paging, ...cleaned]), { history });
  };
  const clear = () => set(Object.fromEntries(names.map((name) => [name, null])));
  return { values, set, clear, busy };
}
