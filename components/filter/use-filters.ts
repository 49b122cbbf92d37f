"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { withQuery } from "./query-string";

export type FilterValues = Readonly<Record<string, string | null>>;

/**
 * The filters in the URL as text. Setting one asks the server for the page anew, without the `reset` parameters (paging starts
 * again), with `whenEmpty` where none is left; controls show the new value at once, `busy` until the page is here. An empty text counts as absent.
 */
export function useFilters(names: readonly string[], reset: readonly string[], whenEmpty: FilterValues = {}) {
  const router = useRouter();
  const pathname = usePathname();
  const present = useSearchParams();
  const [busy, startTransition] = useTransition();
  const [query, showQuery] = useOptimistic(present.toString());

  const search = new URLSearchParams(query);
  const values: FilterValues = Object.fromEntries(names.map((name) => [name, search.get(name)]));

  const set = (changes: FilterValues, history: "push" | "replace" = "push") => {
    const paging = Object.fromEntries(reset.map((name) => [name, null]));
    const isEmpty = [...new Set([...names, ...Object.keys(changes)])].every(
      (name) => !(name in changes ? changes[name] : search.get(name)),
    );
    const href = withQuery(pathname, Object.fromEntries(search), {
      ...paging,
      ...changes,
      ...(isEmpty ? whenEmpty : {}),
    });
    startTransition(() => {
      showQuery(href.split("?")[1] ?? "");
      router[history](href, { scroll: false });
    });
  };
  const clear = () => set(Object.fromEntries(names.map((name) => [name, null])));
  return { values, set, clear, busy };
}
