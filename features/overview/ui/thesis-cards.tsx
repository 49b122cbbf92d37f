import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/components/format-date";
import { localizedText } from "@/components/localized-text";
import { SeriesSwatch } from "@/components/series-swatch";
import type { RecentSignals, Series, SignalBucket } from "@/features/trends/schema";
import { meanBefore } from "../rules";
import styles from "./overview.module.css";
import { WeekBars } from "./week-bars";

export type ThesisName = { id: string; slug: string; name: { en: string; zh: string }; color: number };
type Props = { slug: string; theses: ThesisName[]; signals: RecentSignals };

/** Each focus area with its twelve weeks: the last week as it stands, against the mean of the weeks before it. */
export function ThesisCards({ slug, theses, signals }: Props) {
  return (
    <ul className={styles.theses}>
      {signals.data.map((series) => {
        const thesis = theses.find((one) => one.id === series.thesisId);
        return (
          thesis && (
            <Card key={thesis.id} slug={slug} thesis={thesis} series={series} timeZone={signals.timeZone} />
          )
        );
      })}
    </ul>
  );
}

type CardProps = { slug: string; thesis: ThesisName; series: Series; timeZone: string };

function Card({ slug, thesis, series, timeZone }: CardProps) {
  const t = useTranslations("overview");
  const format = useFormatter();
  const locale = useLocale();
  const items = (week: SignalBucket) =>
    `/w/${slug}/news?thesis=${thesis.slug}&from=${week.start}&to=${week.end}`;
  const last = series.buckets.at(-1);
  const mean = meanBefore(series.buckets);
  return (
    <li className={styles.thesis}>
      <h3>
        <SeriesSwatch index={thesis.color} />
        <Link href={`/w/${slug}/theses/${thesis.slug}`} className={styles.title}>
          {localizedText(thesis.name, locale)}
        </Link>
      </h3>
      <WeekBars weeks={series.buckets} colorIndex={thesis.color} href={items} />
      {last && (
        <p className={styles.number}>
          <Link href={items(last)} prefetch={false}>
            {t("items", { count: last.value })}
          </Link>
          <span className={styles.muted}>
            {last.complete
              ? t("lastWeek", { day: formatInstant(last.start, timeZone, locale, "day") })
              : t("thisWeek")}
          </span>
        </p>
      )}
      {mean && (
        <p className={styles.muted}>
          {t("mean", {
            mean: format.number(mean.value, { maximumFractionDigits: 1 }),
            weeks: mean.weeks,
          })}
        </p>
      )}
    </li>
  );
}
