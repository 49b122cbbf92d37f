"use client";

import { useCallback, useEffect, useState } from "react";
import { getNewsAction } from "../../../actions";
import type { NewsDetail } from "../../../schema";

/** Who only passes by on the way down the list does not ask for anything. */
const settleMs = 120;

/** An item as its page would show it; null while it is read. `again` reads it anew. */
export function useNewsDetail(workspace: string, newsId: string) {
  const [found, setFound] = useState<{ newsId: string; item: NewsDetail | "failed" } | null>(null);
  const [reading, setReading] = useState(0);
  const again = useCallback(() => setReading((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` counts how often it was asked for
  useEffect(() => {
    let current = true;
    const show = (item: NewsDetail | "failed") => current && setFound({ newsId, item });
    const timer = setTimeout(() => {
      getNewsAction(workspace, { id: newsId })
        .then((result) => show(result.ok ? result.data : "failed"))
        .catch(() => show("failed"));
    }, settleMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, newsId, reading]);
  return { item: found?.newsId === newsId ? found.item : null, again };
}
