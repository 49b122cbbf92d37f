"use client";

import { useTranslations } from "next-intl";
import styles from "./chart.module.css";
import type { ChartSeries } from "./chart-types";
import { SeriesSwatch } from "./series-swatch";

type Props = { series: readonly ChartSeries[]; hidden: ReadonlySet<string>; onToggle: (key: string) => void };

/** Names the series; a click hides or shows one. */
export function ChartLegend({ series, hidden, onToggle }: Props) {
  const t = useTranslations("common.chart");
  return (
    <ul className={styles.legend} aria-label={t("legend")}>
      {series.map(({ key, label, colorIndex }) => (
        <li key={key}>
          <button type="button" aria-pressed={!hidden.has(key)} onClick={() => onToggle(key)}>
            <SeriesSwatch index={colorIndex} />
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
