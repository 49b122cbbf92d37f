"use client";

import { seriesColor, seriesShape } from "../theme/series";
import { ChartLink } from "./chart-link";
import type { ChartPoint } from "./chart-types";

type Props = {
  cx: number | undefined;
  cy: number | undefined;
  point: ChartPoint | undefined;
  colorIndex: number;
  /** False where marks would touch: the place still answers a click. */
  drawn: boolean;
  onOpen: (href: string) => void;
};

/** A point: its series' shape, hollow while the period is not over, and a link to the items behind it. */
export function ChartMark({ cx, cy, point, colorIndex, drawn, onOpen }: Props) {
  if (typeof cx !== "number" || typeof cy !== "number" || Number.isNaN(cy) || !point) return null;
  const { href, complete } = point;
  const color = seriesColor(colorIndex);
  return (
    <ChartLink href={href} onOpen={onOpen}>
      <g transform={`translate(${cx} ${cy})`}>
        <circle r={7} fill="transparent" />
        {(drawn || !complete) && (
          <path
            d={seriesShape(colorIndex)}
            transform="scale(0.8)"
            fill={complete ? color : "var(--panel)"}
            stroke={complete ? "var(--panel)" : color}
            strokeWidth={complete ? 1 : 2}
          />
        )}
      </g>
    </ChartLink>
  );
}
