import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/components/format-date";
import { localizedText } from "@/components/localized-text";
import { SeriesSwatch } from "@/components/series-swatch";
import { Sparkline } from "@/components/sparkline";
import type { RecentSignals, Series } from "@/features/trends/schema";
import styles from "./overview.module.css";

export type ThesisName = { id: string; slug: string; name: { en: string; zh: string }; color: number };

/** Each focus area with its twelve weeks: the last week as it stands, against the mean of the whole weeks before it. */
export function ThesisCards({ slug, theses, signals }: { slug: string; theses: ThesisName[]; signals: RecentSignals }) {
  return (
    <ul className={styles.theses}>
      {signals.data.map((series) => {
        const thesis = theses.find((one) => one.id === series.thesisId);
        return thesis && <Card key={thesis.id} slug={slug} thesis={thesis} series={series} signals={signals} />;
      })}
    </ul>
  );
}

function Card({ slug, thesis, series, signals }: { slug: string; thesis: ThesisName; series: Series; signals: RecentSignals }) {
  const t = useTranslations("overview");
  const locale = useLocale();
  const name = localizedText(thesis.name, locale);
  const last = series.buckets.at(-1);
  const before = series.buckets.slice(0, -1);
  const mean = before.reduce((sum, week) => sum + week.value, 0) / Math.max(1, before.length);
  const total = series.buckets.reduce((sum, week) => sum + week.value, 0);
  if (!last) return null;
  const items = `/w/${slug}/news?thesis=${thesis.slug}&from=${last.start}&to=${last.end}`;
  const period = last.complete ? t("lastWeek", { day: formatInstant(last.start, signals.timeZone, locale, "day") }) : t("thisWeek");
  return (
    <li className={styles.thesis}>
      <h3>
        <SeriesSwatch index={thesis.color} />
        <Link href={`/w/${slug}/theses/${thesis.slug}`}>{name}</Link>
      </h3>
      <Sparkline
        values={series.buckets.map((week) => week.value)}
        colorIndex={thesis.color}
        unfinished={!last.complete}
        width={200}
        height={44}
        label={t("sparkline", { name, total })}
      />
      <p className={styles.number}>
        <strong>
          <Link href={items}>{t("items", { count: last.value })}</Link>
        </strong>
        <span className={styles.muted}>{period}</span>
        <span className={styles.muted}>{t("mean", { mean: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(mean) })}</span>
      </p>
    </li>
  );
}
