import { useLocale, useTranslations } from "next-intl";
import { ChartWithTable } from "@/components/charts/chart-with-table";
import { EmptyState } from "@/components/layout/empty-state";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import { localizedText } from "@/components/text/localized-text";
import { StanceChart } from "@/features/trends/ui/parts/stance-chart";
import { maxLines, mostCovered } from "../domain";
import type { Signals } from "../schema";
import { chartSeries, stancePoints } from "./chart-data";
import styles from "./trends.module.css";
import type { ThesisName } from "./trends-page";

type Props = {
  slug: string;
  theses: ThesisName[];
  signals: Signals;
  /** Somebody chose the theses: all of them are drawn, however many. */
  chosen: boolean;
  movedTo: string | null;
};

/** The chart of the theses asked for, or of the most covered, what it counts in words, and each thesis' split by stance. */
export function TrendCharts({ slug, theses, signals, chosen, movedTo }: Props) {
  const t = useTranslations("trends");
  const stance = useTranslations("common.chart");
  const locale = useLocale();
  const names = new Map(
    theses.map((one) => [one.slug, { name: localizedText(one.name, locale), color: one.color }]),
  );
  const words = { for: stance("for"), against: stance("against"), neutral: stance("neutral") };
  const shown = chosen ? signals.data : mostCovered(signals.data, maxLines);
  if (shown.length === 0)
    return <EmptyState icon="trend" title={t("empty")} description={t("emptyDescription")} />;
  return (
    <div className={styles.charts}>
      <div className={styles.panel}>
        {movedTo && (
          <p className={text.note}>
            {t("past", { day: formatInstant(movedTo, signals.timeZone, locale, "day") })}
          </p>
        )}
        <ChartWithTable
          series={chartSeries(slug, shown, names, signals, words)}
          bucket={signals.bucket}
          valueFormat={signals.measure}
          title={t(`chart.${signals.counting}.${signals.measure}`, { bucket: signals.bucket })}
          height={360}
          locale={locale}
        />
        {shown.length < signals.data.length && (
          <p className={text.note}>{t("mostCovered", { shown: shown.length, all: signals.data.length })}</p>
        )}
        <p className={text.note}>{t(`counted.${signals.counting}`, { zone: signals.timeZone })}</p>
        {signals.measure === "share" && <p className={text.note}>{t(`countedShare.${signals.counting}`)}</p>}
      </div>
      {shown.length <= maxLines && (
        <section>
          <h2 className={styles.heading}>{t("stanceDetail")}</h2>
          {signals.measure === "share" && (
            <p className={text.note}>{t(`stanceCounts.${signals.counting}`)}</p>
          )}
          <div className={styles.pairs}>
            {shown.map((series) => (
              <div key={series.thesis} className={styles.panel}>
                <StanceChart
                  points={stancePoints(slug, series, signals)}
                  bucket={signals.bucket}
                  title={names.get(series.thesis)?.name ?? series.thesis}
                  height={200}
                  locale={locale}
                />
              </div>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
