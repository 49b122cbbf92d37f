"use client";

import { useTranslations } from "next-intl";
import styles from "@/components/charts/chart.module.css";
import { formatPeriod, formatValue } from "@/components/charts/chart-format";
import { type StanceChartProps, type StancePoint, stances } from "./stance-types";

type Props = Pick<StanceChartProps, "bucket" | "locale"> & {
  point: StancePoint;
  patternOf: (stance: string) => string;
};

export function StanceTooltip({ point, patternOf, bucket, locale }: Props) {
  const t = useTranslations("common.chart");
  return (
    <div className={styles.tooltip}>
      <strong>{formatPeriod(point, bucket, locale)}</strong>
      {!point.complete && <div className={styles.extra}>{t("unfinishedMark")}</div>}
      <table>
        <tbody>
          {stances.map((stance) => (
            <tr key={stance}>
              <th scope="row">
                <span>
                  <svg width={10} height={10} aria-hidden="true" focusable="false">
                    <rect
                      width={10}
                      height={10}
                      fill={`url(#${patternOf(stance)})`}
                      stroke={`var(--stance-${stance})`}
                    />
                  </svg>
                  {t(stance)}
                </span>
              </th>
              <td>{formatValue(point[stance], "count", locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
