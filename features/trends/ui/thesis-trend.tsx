import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ChartWithTable } from "@/components/charts/chart-with-table";
import { StanceChart } from "@/components/charts/stance-chart";
import type { RecentSignals } from "../schema";
import { chartSeries, stancePoints } from "./chart-data";
import styles from "./trends.module.css";

type Props = {
  slug: string;
  thesis: { slug: string; name: string; color: number };
  signals: RecentSignals;
  titles: { trend: string; stances: string; all: string };
};

/** A thesis' twelve weeks: how much, and what it says. */
export function ThesisTrend({ slug, thesis, signals, titles }: Props) {
  const t = useTranslations("trends");
  const locale = useLocale();
  const words = { for: t("stanceFor"), against: t("stanceAgainst"), neutral: t("stanceNeutral") };
  const names = new Map([[thesis.slug, thesis]]);
  const series = signals.data[0];
  const href = `/w/${slug}/trends?thesis=${thesis.slug}`;
  return (
    <div className={styles.pairs}>
      <ChartWithTable
        series={chartSeries(slug, signals.data, names, signals, words)}
        bucket="week"
        valueFormat="count"
        title={titles.trend}
        height={220}
        locale={locale}
        aside={<Link href={href}>{titles.all}</Link>}
      />
      {series && (
        <StanceChart
          points={stancePoints(slug, series, signals)}
          bucket="week"
          title={titles.stances}
          height={220}
          locale={locale}
        />
      )}
    </div>
  );
}
