import type { ChartPoint, ChartSeries } from "./chart-types";

/** One period with each series' point in it. */
export type ChartRow = {
  start: string;
  end: string;
  complete: boolean;
  points: Readonly<Record<string, ChartPoint>>;
};

/** The periods of all series in order of time. A period is complete when it is so in every series. */
export function rowsOf(series: readonly ChartSeries[]): ChartRow[] {
  const rows = new Map<string, ChartRow & { points: Record<string, ChartPoint> }>();
  for (const { key, points } of series) {
    for (const point of points) {
      const row = rows.get(point.start) ?? { start: point.start, end: point.end, complete: true, points: {} };
      row.points[key] = point;
      row.complete &&= point.complete;
      rows.set(point.start, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.start.localeCompare(b.start));
}

/** The value for the solid line: periods that are over. */
export function solidValue(row: ChartRow, key: string): number | null {
  const point = row.points[key];
  return point?.complete ? point.value : null;
}

/** The value for the dashed end: periods that are not over, and the last one before them so that the lines meet. */
export function openValue(rows: readonly ChartRow[], index: number, key: string): number | null {
  const point = rows[index]?.points[key];
  const next = rows[index + 1]?.points[key];
  if (!point) return null;
  return !point.complete || (next && !next.complete) ? point.value : null;
}

export type PlotRow = ChartRow & {
  index: number;
  solid: Readonly<Record<string, number | null>>;
  open: Readonly<Record<string, number | null>>;
};

/** The rows with both lines' values under fixed names. */
export function plotRows(rows: readonly ChartRow[], series: readonly ChartSeries[]): PlotRow[] {
  const values = (read: (key: string) => number | null) =>
    Object.fromEntries(series.map(({ key }) => [key, read(key)]));
  return rows.map((row, index) => ({
    ...row,
    index,
    solid: values((key) => solidValue(row, key)),
    open: values((key) => openValue(rows, index, key)),
  }));
}

/** Every how many points a mark fits when marks take `markPx` of a plot `width` wide. */
export function markStep(width: number, count: number, markPx = 13): number {
  return Math.max(1, Math.ceil((count * markPx) / Math.max(width, 1)));
}
