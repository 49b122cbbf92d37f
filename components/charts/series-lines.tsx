"use client";

import { Line } from "recharts";
import { seriesColor } from "../theme/series";
import { ChartMark } from "./chart-mark";
import type { PlotRow } from "./chart-rows";
import type { ChartSeries } from "./chart-types";

type Props = {
  series: readonly ChartSeries[];
  data: readonly PlotRow[];
  /** Every how many points a mark is drawn. */
  step: number;
  onOpen: (href: string) => void;
};

/** Per series: the dashed end, the line, the marks. */
export function SeriesLines({ series, data, step, onOpen }: Props) {
  const still = { dot: false, activeDot: false, isAnimationActive: false, strokeWidth: 1.75 } as const;
  return (
    <>
      {series.map(({ key, colorIndex }) => (
        <Line
          key={`open-${key}`}
          {...still}
          dataKey={`open.${key}`}
          stroke={seriesColor(colorIndex)}
          strokeDasharray="3 4"
        />
      ))}
      {series.map(({ key, colorIndex }) => (
        <Line key={`solid-${key}`} {...still} dataKey={`solid.${key}`} stroke={seriesColor(colorIndex)} />
      ))}
      {series.map(({ key, colorIndex }) => (
        <Line
          key={`marks-${key}`}
          {...still}
          dataKey={`points.${key}.value`}
          stroke="none"
          dot={({ cx, cy, index }) => {
            const point = data[index]?.points[key];
            return (
              <ChartMark
                key={`${key}-${index}`}
                cx={cx}
                cy={point?.value === null ? undefined : cy}
                point={point}
                colorIndex={colorIndex}
                drawn={(data.length - 1 - index) % step === 0}
                onOpen={onOpen}
              />
            );
          }}
        />
      ))}
    </>
  );
}
