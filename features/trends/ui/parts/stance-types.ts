import type { Bucket } from "@/components/charts/chart-types";

export const stances = ["for", "neutral", "against"] as const;
export type Stance = (typeof stances)[number];

/** Counts of one period; `href` leads to the items of each stance. */
export type StancePoint = Record<Stance, number> & {
  start: string;
  end: string;
  complete: boolean;
  href?: Partial<Record<Stance, string>>;
};

export type StanceChartProps = {
  points: readonly StancePoint[];
  bucket: Bucket;
  title: string;
  height: number;
  locale: string;
};
