"use client";

import { useEffect, useState } from "react";
import { isOver } from "../../domain";
import type { Run } from "../../schema";

/** How a run stands, as the server tells it until it is over; null before the first word, and where there is no run. */
export function useRun(slug: string, id: string | null): Run | null {
  const [heard, setHeard] = useState<Run | null>(null);
  useEffect(() => {
    if (id === null) return;
    const source = new EventSource(`/w/${slug}/runs/${id}/events`);
    source.onmessage = ({ data }) => {
      // Our own route sends nothing but runs.
      const run = JSON.parse(data) as Run;
      setHeard(run);
      if (isOver(run)) source.close();
    };
    return () => source.close();
  }, [slug, id]);
  return heard?.id === id ? heard : null;
}
