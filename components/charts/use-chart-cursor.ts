"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useCallback, useState } from "react";
import type { ChartPoint, ChartSeries } from "./chart-types";

export type ChartCursor = { series: ChartSeries; point: ChartPoint };

const steps: Readonly<Record<string, readonly [point: number, series: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Walks the points of a chart with the arrow keys (Home and End to the ends) and opens one with Enter. */
export function useChartCursor(series: readonly ChartSeries[]) {
  const router = useRouter();
  const [at, setAt] = useState<readonly [point: number, series: number] | null>(null);

  const find = (position: typeof at): ChartCursor | null => {
    const found = position ? series[position[1]] : undefined;
    const point = position ? found?.points[position[0]] : undefined;
    return found && point ? { series: found, point } : null;
  };
  const cursor = find(at);
  const open = useCallback((href: string) => router.push(href), [router]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && cursor?.point.href) {
      open(cursor.point.href);
      return;
    }
    const [pointIndex, seriesIndex] = at ?? [-1, 0];
    const length = series[seriesIndex]?.points.length ?? 0;
    const step = steps[event.key];
    const ends = event.key === "Home" ? 0 : event.key === "End" ? length - 1 : undefined;
    if (!step && ends === undefined) return;
    event.preventDefault();
    const nextSeries = Math.min(Math.max(seriesIndex + (step?.[1] ?? 0), 0), series.length - 1);
    const last = (series[nextSeries]?.points.length ?? 1) - 1;
    const nextPoint = Math.min(Math.max(ends ?? pointIndex + (step?.[0] ?? 0), 0), last);
    setAt([nextPoint, nextSeries]);
  };
  return { cursor, onKeyDown, onBlur: () => setAt(null), open };
}
