"use client";

import type { MouseEvent } from "react";
import { seriesColor, seriesShape } from "../theme/series";
import type { ChartPoint } from "./chart-types";

type Props = {
  cx: number | undefined;
  cy: number | undefined;
  point: ChartPoint | undefined;
  colorIndex: number;
  /** False where marks would touch: the place still answers a click. */
  drawn: boolean;
  current: boolean;
  onOpen: (href: string) => void;
};

/** A point: its series' shape, hollow while the period is not over, and a link to the items behind it. */
export function ChartMark({ cx, cy, point, colorIndex, drawn, current, onOpen }: Props) {
  if (typeof cx !== "number" || typeof cy !== "number" || Number.isNaN(cy) || !point) return null;
  const { href, complete } = point;
  const follow = (event: MouseEvent) => {
    if (!href || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(href);
  };
  const color = seriesColor(colorIndex);
  const mark = (
    <g transform={`translate(${cx} ${cy})`}>
      <circle r={10} fill="transparent" />
      {current && <circle r={9} fill="none" stroke="var(--accent)" strokeWidth={2} />}
      {(drawn || current || !complete) && (
        <path
          d={seriesShape(colorIndex)}
          transform="scale(0.8)"
          fill={complete ? color : "var(--panel)"}
          stroke={complete ? "var(--panel)" : color}
          strokeWidth={complete ? 1 : 2}
        />
      )}
    </g>
  );
  return href ? (
    // biome-ignore lint/a11y/useAnchorContent: the chart reads its points out itself; this link is for the mouse
    <a href={href} tabIndex={-1} aria-hidden="true" onClick={follow}>
      {mark}
    </a>
  ) : (
    mark
  );
}
