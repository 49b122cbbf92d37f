import { seriesColor, seriesShape } from "@/components/theme/series";

/** The colour and shape of a series, beside its name. */
export function SeriesSwatch({ index, size = 10 }: { index: number; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="-6 -6 12 12"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none" }}
    >
      <path d={seriesShape(index)} fill={seriesColor(index)} />
    </svg>
  );
}
