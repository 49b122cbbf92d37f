"use client";

import { useEffect, useRef, useState } from "react";

export type Search<Found> = {
  state: "idle" | "searching" | "found" | "failed";
  found: readonly Found[];
};

const waitMs = 200;

/**
 * Asks 200 ms after the last change and drops the answers to older questions; what was found stays until the new is here.
 * An empty text asks nothing. `ask` gets a signal that aborts when more is typed.
 */
export function useSearch<Found>(
  text: string,
  ask: (text: string, signal: AbortSignal) => Promise<readonly Found[]>,
): Search<Found> {
  const [answer, setAnswer] = useState<Search<Found>>({ state: "idle", found: [] });
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });

  const query = text.trim();
  useEffect(() => {
    if (!query) {
      setAnswer({ state: "idle", found: [] });
      return;
    }
    const abort = new AbortController();
    setAnswer((before) => ({ ...before, state: "searching" }));
    const timer = setTimeout(async () => {
      const next = await latest.current(query, abort.signal).then(
        (found): Search<Found> => ({ state: "found", found }),
        (): Search<Found> => ({ state: "failed", found: [] }),
      );
      if (!abort.signal.aborted) setAnswer(next);
    }, waitMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return answer;
}
