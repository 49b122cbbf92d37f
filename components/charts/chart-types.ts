export type Bucket = "day" | "week" | "month";
export type ValueFormat = "count" | "share";

export type ChartPoint = {
  /** First day of the period, YYYY-MM-DD in the workspace's zone. */
  start: string;
  /** Last day of the period, inclusive. */
  end: string;
  /** A count, or a share from 0 to 1; null where nothing is known (a gap, not zero). */
  value: number | null;
  /** False while the period is not over. */
  complete: boolean;
  /** The items behind the point. */
  href?: string;
  /** More lines for the tooltip, already worded: [label, text]. */
  tooltip?: readonly (readonly [label: string, text: string])[];
};

export type ChartSeries = {
  /** Unique in the chart; no dots or brackets (an id or a slug). */
  key: string;
  label: string;
  /** Into the eight series colours; a thesis keeps its own everywhere. */
  colorIndex: number;
  points: readonly ChartPoint[];
};

export type TimeSeriesProps = {
  series: readonly ChartSeries[];
  bucket: Bucket;
  valueFormat: ValueFormat;
  /** What the chart shows, for its accessible name. */
  title: string;
  /** Pixels. */
  height: number;
  locale: string;
};
