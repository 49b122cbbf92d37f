"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo } from "react";
import { BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import styles from "@/components/charts/chart.module.css";
import { formatTick, formatValue } from "@/components/charts/chart-format";
import { ChartFrame } from "@/components/charts/chart-frame";
import type { ChartSeries } from "@/components/charts/chart-types";
import { useChartCursor } from "@/components/charts/use-chart-cursor";
import { StanceBars } from "./stance-bars";
import { StancePattern } from "./stance-pattern";
import { StanceTooltip } from "./stance-tooltip";
import { type StanceChartProps, type StancePoint, stances } from "./stance-types";

export function StancePlot({ points, bucket, title, height, locale }: StanceChartProps) {
  const t = useTranslations("common.chart");
  const id = useId();
  const series = stances.map(
    (stance): ChartSeries => ({
      key: stance,
      label: t(stance),
      colorIndex: 0,
      points: points.map((point) => ({
        start: point.start,
        end: point.end,
        complete: point.complete,
        value: point[stance],
        ...(point.href?.[stance] ? { href: point.href[stance] } : {}),
      })),
    }),
  );
  const { cursor, onKeyDown, onBlur, open } = useChartCursor(series);
  const data = useMemo(() => [...points], [points]);
  const patternOf = (stance: string) => `${id}-${stance}`;

  return (
    <div>
      <ul className={styles.legend} aria-label={t("legend")}>
        {stances.map((stance) => (
          <li key={stance}>
            <span>
              <svg width={12} height={12} aria-hidden="true" focusable="false">
                <rect
                  width={12}
                  height={12}
                  fill={`url(#${patternOf(stance)})`}
                  stroke={`var(--stance-${stance})`}
                />
              </svg>
              {t(stance)}
            </span>
          </li>
        ))}
      </ul>
      <ChartFrame
        {...{ title, bucket, locale, cursor, onKeyDown, onBlur }}
        valueFormat="count"
        unfinished={points.some((point) => !point.complete)}
      >
        <svg width={0} height={0} aria-hidden="true" focusable="false" style={{ position: "absolute" }}>
          <defs>
            {stances.map((stance) => (
              <StancePattern key={stance} id={patternOf(stance)} stance={stance} />
            ))}
          </defs>
        </svg>
        <ResponsiveContainer width="100%" height={height}>
          <BarChart
            data={data}
            margin={{ top: 8, right: 20, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            barCategoryGap="20%"
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
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
              allowDecimals={false}
              tickFormatter={(value: number) => formatValue(value, "count", locale)}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--sunken)" }}
              wrapperStyle={{ zIndex: 5 }}
              content={({ active, payload }) => {
                const point: StancePoint | undefined = payload?.[0]?.payload;
                return active && point ? (
                  <StanceTooltip point={point} patternOf={patternOf} bucket={bucket} locale={locale} />
                ) : null;
              }}
            />
            <StanceBars points={points} patternBase={id} onOpen={open} />
            {cursor && <ReferenceLine x={cursor.point.start} stroke="var(--accent)" strokeWidth={2} />}
          </BarChart>
        </ResponsiveContainer>
      </ChartFrame>
    </div>
  );
}
