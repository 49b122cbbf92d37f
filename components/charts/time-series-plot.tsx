"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { CartesianGrid, ComposedChart, Line, ReferenceArea, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { seriesColor } from "../theme/series";
import styles from "./chart.module.css";
import { formatPeriod, formatTick, formatValue } from "./chart-format";
import { ChartLegend } from "./chart-legend";
import { ChartMark } from "./chart-mark";
import { type ChartRow, markStep, openValue, rowsOf, solidValue } from "./chart-rows";
import { ChartTooltip } from "./chart-tooltip";
import type { TimeSeriesProps } from "./chart-types";
import { UnfinishedNote, UnfinishedPattern } from "./unfinished";
import { useChartCursor } from "./use-chart-cursor";

type Datum = ChartRow & { index: number };

export function TimeSeriesPlot({ series, bucket, valueFormat, title, height, locale }: TimeSeriesProps) {
  const t = useTranslations("common.chart");
  const id = useId();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [width, setWidth] = useState(0);
  const shown = series.filter(({ key }) => !hidden.has(key));
  const { cursor, onKeyDown, onBlur, open } = useChartCursor(shown);

  const data: Datum[] = rowsOf(shown).map((row, index) => ({ ...row, index }));
  const unfinished = data.filter((row) => !row.complete);
  const [firstOpen, lastOpen] = [unfinished[0], unfinished.at(-1)];
  const step = markStep(width - 48, data.length);

  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    setHidden(next);
  };
  const readout = cursor
    ? t("point", {
        series: cursor.series.label,
        period: formatPeriod(cursor.point, bucket, locale),
        value: formatValue(cursor.point.value, valueFormat, locale),
      })
    : "";

  return (
    <div>
      {series.length > 1 && <ChartLegend series={series} hidden={hidden} onToggle={toggle} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk its points */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: an application is described like any widget */}
      <div
        className={styles.plot}
        role="application"
        aria-label={title}
        aria-describedby={`${id}-keys`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <ResponsiveContainer width="100%" height={height} onResize={setWidth}>
          <ComposedChart data={data} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
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
            {shown.map(({ key, colorIndex }) => (
              <Line
                key={`${key}-open`}
                dataKey={(row: Datum) => openValue(data, row.index, key)}
                stroke={seriesColor(colorIndex)}
                strokeWidth={1.75}
                strokeDasharray="3 4"
                dot={false}
                activeDot={false}
                isAnimationActive={false}
                connectNulls={false}
              />
            ))}
            {shown.map(({ key, colorIndex }) => (
              <Line
                key={key}
                dataKey={(row: Datum) => solidValue(row, key)}
                stroke={seriesColor(colorIndex)}
                strokeWidth={1.75}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
                connectNulls={false}
              />
            ))}
            {shown.map(({ key, colorIndex }) => (
              <Line
                key={`${key}-marks`}
                dataKey={(row: Datum) => row.points[key]?.value ?? null}
                stroke="none"
                isAnimationActive={false}
                activeDot={false}
                dot={({ cx, cy, index }) => {
                  const row = data[index];
                  const point = row?.points[key];
                  return (
                    <ChartMark
                      key={`${key}-${index}`}
                      cx={cx}
                      cy={point?.value === null ? undefined : cy}
                      point={point}
                      colorIndex={colorIndex}
                      drawn={(data.length - 1 - index) % step === 0}
                      current={cursor !== null && cursor.point === point}
                      onOpen={open}
                    />
                  );
                }}
              />
            ))}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <div className={styles.readout} role="status">
        {readout}
      </div>
      <span id={`${id}-keys`} hidden>
        {t("instructions")}
      </span>
      {firstOpen && <UnfinishedNote />}
    </div>
  );
}
