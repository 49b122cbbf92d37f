"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId } from "react";
import styles from "./chart.module.css";
import { formatPeriod, formatValue } from "./chart-format";
import type { TimeSeriesProps } from "./chart-types";
import { UnfinishedNote } from "./unfinished";
import type { ChartCursor } from "./use-chart-cursor";

type Props = Pick<TimeSeriesProps, "title" | "bucket" | "valueFormat" | "locale"> & {
  cursor: ChartCursor | null;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
  unfinished: boolean;
  children: ReactNode;
};

/**
 * A press on a mark must not move the focus: the blur draws the chart anew, Recharts then replaces the mark under the pointer, and
 * its click is lost.
 */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Around a plot: one stop for the keyboard, whose arrow keys walk the points, and a line that says which one it is at. */
export function ChartFrame({ title, cursor, onKeyDown, onBlur, unfinished, children, ...format }: Props) {
  const t = useTranslations("common.chart");
  const id = useId();
  const { bucket, valueFormat, locale } = format;
  return (
    <>
      <div className={styles.plot}>
        <div aria-hidden="true" onMouseDown={keepFocus}>
          {children}
        </div>
        <button
          type="button"
          className={styles.keys}
          aria-label={title}
          aria-describedby={id}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        <div className={styles.readout} role="status">
          {cursor &&
            t("point", {
              series: cursor.series.label,
              period: formatPeriod(cursor.point, bucket, locale),
              value: formatValue(cursor.point.value, valueFormat, locale),
            })}
        </div>
      </div>
      <span id={id} hidden>
        {t("instructions")}
      </span>
      {unfinished && <UnfinishedNote />}
    </>
  );
}
