import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ChartWithTable } from "@/components/charts/chart-with-table";
import { withQuery } from "@/components/filter/query-string";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import { StanceChart } from "@/features/trends/ui/parts/stance-chart";
import type { RecentSignals } from "../schema";
import { chartSeries, stancePoints } from "./chart-data";
import styles from "./trends.module.css";

type Props = {
  slug: string;
  thesis: { slug: string; name: string; color: number };
  signals: RecentSignals;
};

/** A thesis' twelve weeks: how much, and what it says. */
export function ThesisTrend({ slug, thesis, signals }: Props) {
  const t = useTranslations("trends.thesis");
  const stance = useTranslations("common.chart");
  const locale = useLocale();
  const words = { for: stance("for"), against: stance("against"), neutral: stance("neutral") };
  const series = signals.data[0];
  const all = withQuery(`/w/${slug}/trends`, {}, { thesis: thesis.slug });
  return (
    <div>
      {signals.past && signals.latestDay && (
        <p className={text.note}>
          {t("past", { day: formatInstant(signals.latestDay, signals.timeZone, locale, "day") })}
        </p>
      )}
      <div className={styles.pairs}>
        <div className={styles.panel}>
          <ChartWithTable
            series={chartSeries(slug, signals.data, new Map([[thesis.slug, thesis]]), signals, words)}
            bucket="week"
            valueFormat="count"
            title={t("signals")}
            height={200}
            locale={locale}
            aside={
              <Link href={all} className={styles.aside}>
                {t("open")}
              </Link>
            }
          />
        </div>
        {series && (
          <div className={styles.panel}>
            <StanceChart
              points={stancePoints(slug, series, signals)}
              bucket="week"
              title={t("stances")}
              height={200}
              locale={locale}
            />
          </div>
        )}
      </div>
    </div>
  );
}
