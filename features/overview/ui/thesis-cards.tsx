import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import { localizedText } from "@/components/text/localized-text";
import { mostCovered } from "@/features/trends/domain";
import type { RecentSignals, Series, SignalBucket } from "@/features/trends/schema";
import { meanBefore } from "../domain";
import styles from "./overview.module.css";
import { WeekBars } from "./week-bars";

export type ThesisName = { id: string; slug: string; name: { en: string; zh: string }; color: number };
type Props = { slug: string; theses: ThesisName[]; signals: RecentSignals };

/** More cards than this push what else is on the page out of sight. */
const maxCards = 12;

/**
 * Each focus area with its twelve weeks: the last week as it stands, against the mean of the weeks before it. Of very many, the
 * most covered first and the others folded away.
 */
export function ThesisCards({ slug, theses, signals }: Props) {
  const t = useTranslations("overview");
  const shown = mostCovered(signals.data, maxCards);
  const folded = signals.data.filter((one) => !shown.includes(one));
  const cards = (data: readonly Series[]) => (
    <Cards slug={slug} theses={theses} data={data} timeZone={signals.timeZone} />
  );
  return (
    <>
      {cards(shown)}
      {folded.length > 0 && (
        <details className={styles.folded}>
          <summary>{t("moreTheses", { count: folded.length })}</summary>
          {cards(folded)}
        </details>
      )}
    </>
  );
}

type CardsProps = { slug: string; theses: ThesisName[]; data: readonly Series[]; timeZone: string };

function Cards({ slug, theses, data, timeZone }: CardsProps) {
  return (
    <ul className={styles.theses}>
      {data.map((series) => {
        const thesis = theses.find((one) => one.id === series.thesisId);
        return (
          thesis && <Card key={thesis.id} slug={slug} thesis={thesis} series={series} timeZone={timeZone} />
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
          <span className={text.muted}>
            {last.complete
              ? t("lastWeek", { day: formatInstant(last.start, timeZone, locale, "day") })
              : t("thisWeek")}
          </span>
        </p>
      )}
      {mean && (
        <p className={text.muted}>
          {t("mean", {
            mean: format.number(mean.value, { maximumFractionDigits: 1 }),
            weeks: mean.weeks,
          })}
        </p>
      )}
    </li>
  );
}
