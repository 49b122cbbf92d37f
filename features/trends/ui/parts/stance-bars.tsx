"use client";

import { Bar } from "recharts";
import { StanceBar } from "./stance-bar";
import { type StancePoint, stances } from "./stance-types";

/** Drawn from the axis up: against at the bottom, for on top. */
const drawn = [...stances].reverse();

type Props = { points: readonly StancePoint[]; patternBase: string; onOpen: (href: string) => void };

export function StanceBars({ points, patternBase, onOpen }: Props) {
  return (
    <>
      {drawn.map((stance) => (
        <Bar
          key={stance}
          dataKey={stance}
          stackId="stance"
          isAnimationActive={false}
          maxBarSize={40}
          shape={({ x, y, width, height, index }) => (
            <StanceBar
              box={{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }}
              fill={`url(#${patternBase}-${stance})`}
              stroke={`var(--stance-${stance})`}
              href={points[index]?.href?.[stance]}
              complete={points[index]?.complete ?? true}
              onOpen={onOpen}
            />
          )}
        />
      ))}
    </>
  );
}
