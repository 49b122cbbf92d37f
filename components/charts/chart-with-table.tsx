import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./chart.module.css";
import { ChartTable } from "./chart-table";
import type { TimeSeriesProps } from "./chart-types";
import { TimeSeriesChart } from "./time-series-chart";

type Props = TimeSeriesProps & {
  /** Beside the title, such as a caveat or a link. */
  aside?: ReactNode;
};

/** A titled chart with the table behind it. Renders on the server; only the plot is client code. */
export function ChartWithTable({ aside, ...chart }: Props) {
  const t = useTranslations("common.chart");
  const empty = chart.series.every(({ points }) => points.length === 0);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        {chart.title} {aside}
      </figcaption>
      {empty ? (
        <p className={styles.note}>{t("empty")}</p>
      ) : (
        <>
          <TimeSeriesChart {...chart} />
          <ChartTable {...chart} />
        </>
      )}
    </figure>
  );
}
