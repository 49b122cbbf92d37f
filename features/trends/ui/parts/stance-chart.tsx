import { useTranslations } from "next-intl";
import styles from "@/components/charts/chart.module.css";
import { ChartTable } from "@/components/charts/chart-table";
import type { ChartSeries } from "@/components/charts/chart-types";
import { StancePlotLoader } from "./stance-plot-loader";
import { type StanceChartProps, stances } from "./stance-types";

/** For, neutral and against, stacked per period, with the table behind. Plot in the browser, the rest from the server. */
export function StanceChart(props: StanceChartProps) {
  const t = useTranslations("common.chart");
  const series = stances.map(
    (stance): ChartSeries => ({
      key: stance,
      label: t(stance),
      colorIndex: 0,
      points: props.points.map(({ start, end, complete, href, ...counts }) => ({
        start,
        end,
        complete,
        value: counts[stance],
        ...(href?.[stance] ? { href: href[stance] } : {}),
      })),
    }),
  );
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{props.title}</figcaption>
      {props.points.length === 0 ? (
        <p className={styles.note}>{t("empty")}</p>
      ) : (
        <>
          <StancePlotLoader {...props} />
          <ChartTable
            series={series}
            bucket={props.bucket}
            valueFormat="count"
            locale={props.locale}
            title={props.title}
          />
        </>
      )}
    </figure>
  );
}
