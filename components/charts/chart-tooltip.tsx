"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import styles from "./chart.module.css";
import { formatPeriod, formatValue } from "./chart-format";
import type { ChartRow } from "./chart-rows";
import type { TimeSeriesProps } from "./chart-types";
import { SeriesSwatch } from "./series-swatch";

type Props = Pick<TimeSeriesProps, "series" | "bucket" | "valueFormat" | "locale"> & { row: ChartRow };

export function ChartTooltip({ row, series, bucket, valueFormat, locale }: Props) {
  const t = useTranslations("common.chart");
  return (
    <div className={styles.tooltip}>
      <strong>{formatPeriod(row, bucket, locale)}</strong>
      {!row.complete && <div className={styles.extra}>{t("unfinishedMark")}</div>}
      <table>
        <tbody>
          {series.map(({ key, label, colorIndex }) => {
            const point = row.points[key];
            if (!point) return null;
            return (
              <Fragment key={key}>
                <tr>
                  <th scope="row">
                    <span>
                      <SeriesSwatch index={colorIndex} />
                      {label}
                    </span>
                  </th>
                  <td>{formatValue(point.value, valueFormat, locale)}</td>
                </tr>
                {point.tooltip?.map(([name, text]) => (
                  <tr key={name} className={styles.extra}>
                    <th scope="row">{name}</th>
                    <td>{text}</td>
                  </tr>
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
