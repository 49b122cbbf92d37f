"use client";

import { ChartLink } from "@/components/charts/chart-link";

type Props = {
  box: { x: number; y: number; width: number; height: number };
  fill: string;
  stroke: string;
  href: string | undefined;
  complete: boolean;
  onOpen: (href: string) => void;
};

/** One stance of one period; its edge is dashed while the period is not over. */
export function StanceBar({ box, fill, stroke, href, complete, onOpen }: Props) {
  if (!(box.height > 0)) return null;
  return (
    <ChartLink href={href} onOpen={onOpen}>
      <rect
        {...box}
        fill={fill}
        fillOpacity={complete ? 1 : 0.55}
        stroke={stroke}
        strokeDasharray={complete ? undefined : "3 3"}
      />
    </ChartLink>
  );
}
