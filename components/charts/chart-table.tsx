import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./chart.module.css";
import { formatPeriod, formatValue } from "./chart-format";
import { type ChartRow, rowsOf } from "./chart-rows";
import type { TimeSeriesProps } from "./chart-types";

type Props = Pick<TimeSeriesProps, "series" | "bucket" | "valueFormat" | "locale" | "title">;

/** The numbers behind a chart, newest first; each opens its items. */
export function ChartTable({ series, bucket, valueFormat, locale, title }: Props) {
  const t = useTranslations("common.chart");
  const period = (row: ChartRow) => formatPeriod(row, bucket, locale);
  return (
    <details className={styles.table}>
      <summary>{t("table")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("period")}</th>
              {series.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(series)
              .reverse()
              .map((row) => (
                <tr key={row.start}>
                  <th scope="row">
                    {row.complete ? period(row) : t("unfinishedPeriod", { period: period(row) })}
                  </th>
                  {series.map(({ key }) => {
                    const point = row.points[key];
                    const text = formatValue(point?.value ?? null, valueFormat, locale);
                    return (
                      <td key={key}>
                        {point?.href ? (
                          <Link href={point.href} prefetch={false}>
                            {text}
                          </Link>
                        ) : (
                          text
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
