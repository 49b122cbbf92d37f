"use client";

import { useEffect, useRef, useState } from "react";
import type { PaletteGroup, PaletteSearch } from "./command-palette";

type Answer = { state: "idle" | "searching" | "found" | "failed"; groups: readonly PaletteGroup[] };

const nothing: Answer = { state: "idle", groups: [] };

/** Asks 200 ms after the last change and drops the answers to older questions; earlier results stay until the new come. */
export function usePaletteSearch(query: string, search: PaletteSearch): Answer {
  const [answer, setAnswer] = useState<Answer>(nothing);
  const ask = useRef(search);
  useEffect(() => {
    ask.current = search;
  });

  useEffect(() => {
    const text = query.trim();
    if (!text) {
      setAnswer(nothing);
      return;
    }
    const abort = new AbortController();
    setAnswer((before) => ({ ...before, state: "searching" }));
    const timer = setTimeout(async () => {
      const next = await ask.current(text, abort.signal).then(
        (groups): Answer => ({ state: "found", groups }),
        (): Answer => ({ state: "failed", groups: [] }),
      );
      if (!abort.signal.aborted) setAnswer(next);
    }, 200);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return answer;
}
