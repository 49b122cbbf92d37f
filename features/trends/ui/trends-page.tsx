import { useLocale, useTranslations } from "next-intl";
import { ChartWithTable } from "@/components/charts/chart-with-table";
import { StanceChart } from "@/components/charts/stance-chart";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { FilterBar } from "@/components/filter-bar";
import { formatInstant } from "@/components/format-date";
import { localizedText } from "@/components/localized-text";
import { PageHeader } from "@/components/page-header";
import { buckets, measures, type Signals } from "../schema";
import { chartSeries, stancePoints } from "./chart-data";
import styles from "./trends.module.css";

type ThesisName = { slug: string; name: { en: string; zh: string }; color: number };

type Props = {
  slug: string;
  theses: ThesisName[];
  /** Null when the range asked for cannot be charted; `problem` then says why. */
  signals: Signals | null;
  problem?: "tooMany" | "backwards";
  /** The latest day with items, when the range was moved back to it. */
  movedTo: string | null;
};

/** More than this many theses are told apart by one chart, not by one each. */
const mostStanceCharts = 8;

/** Signals of several theses in one chart, the split by stance below, and what is counted in words. */
export function TrendsPage({ slug, theses, signals, problem, movedTo }: Props) {
  const t = useTranslations("trends");
  const locale = useLocale();
  const read = (name: { en: string; zh: string }) => localizedText(name, locale);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <FilterBar
        filters={[
          {
            kind: "many",
            name: "thesis",
            label: t("theses"),
            options: theses.map((one) => ({ value: one.slug, label: read(one.name) })),
          },
          {
            kind: "select",
            name: "bucket",
            label: t("bucket"),
            anyLabel: t("buckets.week"),
            options: buckets
              .filter((one) => one !== "week")
              .map((value) => ({ value, label: t(`buckets.${value}`) })),
          },
          {
            kind: "select",
            name: "measure",
            label: t("measure"),
            anyLabel: t("measures.count"),
            options: measures
              .filter((one) => one !== "count")
              .map((value) => ({ value, label: t(`measures.${value}`) })),
          },
          { kind: "dates", from: "from", to: "to", label: t("range") },
        ]}
      />
      {signals ? (
        <Charts slug={slug} theses={theses} signals={signals} movedTo={movedTo} />
      ) : (
        <ErrorState title={t(problem ?? "tooMany")} />
      )}
    </>
  );
}

function Charts({
  slug,
  theses,
  signals,
  movedTo,
}: {
  slug: string;
  theses: ThesisName[];
  signals: Signals;
  movedTo: string | null;
}) {
  const t = useTranslations("trends");
  const locale = useLocale();
  const names = new Map(
    theses.map((one) => [one.slug, { name: localizedText(one.name, locale), color: one.color }]),
  );
  const words = { for: t("stanceFor"), against: t("stanceAgainst"), neutral: t("stanceNeutral") };
  const cut = signals.data[0]?.buckets.some((bucket) => !bucket.complete) ?? false;
  if (signals.data.length === 0) return <EmptyState title={t("empty")} description={t("emptyDescription")} />;
  return (
    <div className={styles.charts}>
      <div>
        {movedTo && (
          <p className={styles.note}>
            {t("past", { day: formatInstant(movedTo, signals.timeZone, locale, "day") })}
          </p>
        )}
        <ChartWithTable
          series={chartSeries(slug, signals.data, names, signals, words)}
          bucket={signals.bucket}
          valueFormat={signals.measure}
          title={t(`chart.${signals.measure}`)}
          height={360}
          locale={locale}
        />
        <p className={styles.note}>{t("counted", { zone: signals.timeZone })}</p>
        {signals.measure === "share" && <p className={styles.note}>{t("countedShare")}</p>}
        {cut && <p className={styles.note}>{t("cut")}</p>}
      </div>
      {signals.data.length <= mostStanceCharts && (
        <section>
          <h2>{t("stanceDetail")}</h2>
          <div className={styles.pairs}>
            {signals.data.map((series) => (
              <StanceChart
                key={series.thesis}
                points={stancePoints(slug, series, signals)}
                bucket={signals.bucket}
                title={t("stances", { name: names.get(series.thesis)?.name ?? series.thesis })}
                height={200}
                locale={locale}
              />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
