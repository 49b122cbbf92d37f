"use client";

import { useId, useMemo, useState } from "react";
import {
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatTick, formatValue } from "./chart-format";
import { ChartFrame } from "./chart-frame";
import { ChartLegend } from "./chart-legend";
import { markStep, plotRows, rowsOf } from "./chart-rows";
import { ChartTooltip } from "./chart-tooltip";
import type { TimeSeriesProps } from "./chart-types";
import { SeriesLines } from "./series-lines";
import { UnfinishedPattern } from "./unfinished";
import { useChartCursor } from "./use-chart-cursor";

export function TimeSeriesPlot({ series, bucket, valueFormat, title, height, locale }: TimeSeriesProps) {
  const id = useId();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [width, setWidth] = useState(0);
  const shown = useMemo(() => series.filter(({ key }) => !hidden.has(key)), [series, hidden]);
  const { cursor, onKeyDown, onBlur, open } = useChartCursor(shown);

  const data = useMemo(() => plotRows(rowsOf(shown), shown), [shown]);
  const unfinished = data.filter((row) => !row.complete);
  const [firstOpen, lastOpen] = [unfinished[0], unfinished.at(-1)];
  const step = markStep(width - 48, data.length);

  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    setHidden(next);
  };
  return (
    <div>
      {series.length > 1 && <ChartLegend series={series} hidden={hidden} onToggle={toggle} />}
      <ChartFrame
        {...{ title, bucket, valueFormat, locale, cursor, onKeyDown, onBlur }}
        unfinished={firstOpen !== undefined}
      >
        <ResponsiveContainer width="100%" height={height} onResize={setWidth}>
          <ComposedChart
            data={data}
            margin={{ top: 8, right: 20, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <UnfinishedPattern id={`${id}-open`} />
            <CartesianGrid vertical={false} stroke="var(--line)" />
            {firstOpen && lastOpen && (
              <ReferenceArea
                x1={data[firstOpen.index - 1]?.start ?? firstOpen.start}
                x2={lastOpen.start}
                fill={`url(#${id}-open)`}
                fillOpacity={1}
                stroke="none"
              />
            )}
            <XAxis
              dataKey="start"
              tickFormatter={(start: string) => formatTick(start, bucket, locale)}
              tickLine={false}
              axisLine={{ stroke: "var(--line-strong)" }}
              interval="preserveStartEnd"
              minTickGap={28}
            />
            <YAxis
              width={40}
              domain={[0, "auto"]}
              allowDecimals={valueFormat === "share"}
              tickFormatter={(value: number) => formatValue(value, valueFormat, locale)}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--line-strong)" }}
              wrapperStyle={{ zIndex: 5 }}
              content={({ active, payload }) => {
                const row = data.find(({ start }) => start === payload?.[0]?.payload?.start);
                return active && row ? (
                  <ChartTooltip {...{ row, bucket, valueFormat, locale }} series={shown} />
                ) : null;
              }}
            />
            <SeriesLines series={shown} data={data} step={step} onOpen={open} />
            {cursor && typeof cursor.point.value === "number" && (
              <ReferenceDot
                x={cursor.point.start}
                y={cursor.point.value}
                r={9}
                fill="none"
                stroke="var(--accent)"
                strokeWidth={2}
              />
            )}
          </ComposedChart>
        </ResponsiveContainer>
      </ChartFrame>
    </div>
  );
}
