import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/icons";
import { DateText } from "@/components/text/date-text";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { dayIn } from "@/lib/calendar/days";
import type { NewsItem } from "../../schema";
import { pickTheses } from "./desk/pick-theses";
import { RowShell } from "./desk/row-shell";
import { RowTags } from "./desk/row-tags";
import styles from "./news-rows.module.css";
import { useDateDoubt } from "./use-date-doubt";

type Props = {
  slug: string;
  timeZone: string;
  locale: string;
  items: readonly NewsItem[];
  /** The days are those of publication, or of arrival. */
  by?: "publishedAt" | "firstSeenAt";
  theses: readonly ThesisOption[];
  /** By item: the theses suggested for it, ready to be shown. */
  suggestions: Readonly<Record<string, ReactNode>>;
  /** By item: what the page's feature says of it, beside its source. */
  asides?: Readonly<Record<string, ReactNode>>;
};

/** News by day of the workspace's zone, newest first. Everything but the tags is plain HTML. */
export function NewsRows(props: Props) {
  const { slug, timeZone, locale, items, by = "publishedAt", theses, suggestions, asides = {} } = props;
  const format = useFormatter();
  const retired = pickTheses(
    theses.filter((thesis) => thesis.status === "retired"),
    locale,
  );
  const days = daysOf(items, by, timeZone).map(({ day, items: ofDay }) => (
    <section key={day} className={styles.day}>
      <h2 className={styles.dayHead}>
        {format.dateTime(new Date(`${day}T12:00:00Z`), {
          timeZone: "UTC",
          weekday: "short",
          day: "numeric",
          month: "long",
          year: "numeric",
        })}
      </h2>
      <ol className={styles.rows}>
        {ofDay.map((item) => (
          <Row
            key={item.id}
            slug={slug}
            timeZone={timeZone}
            item={item}
            by={by}
            retired={retired}
            aside={asides[item.id]}
          >
            {suggestions[item.id]}
          </Row>
        ))}
      </ol>
    </section>
  ));
  return <div className={styles.list}>{days}</div>;
}

function daysOf(items: readonly NewsItem[], by: "publishedAt" | "firstSeenAt", timeZone: string) {
  const days: { day: string; items: NewsItem[] }[] = [];
  for (const item of items) {
    const day = (by === "publishedAt" && item.publishedDay) || dayIn(new Date(item[by]), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

type RowProps = {
  slug: string;
  timeZone: string;
  item: NewsItem;
  by: "publishedAt" | "firstSeenAt";
  retired: ReturnType<typeof pickTheses>;
  aside: ReactNode;
  children: ReactNode;
};

function Row({ slug, timeZone, item, by, retired, aside, children }: RowProps) {
  const t = useTranslations("news");
  const format = useFormatter();
  const doubt = useDateDoubt(item);
  // Where only a day is known, the day's heading has said all there is.
  const knowsTime = by !== "publishedAt" || item.publishedDay === null;
  const time = knowsTime
    ? format.dateTime(new Date(item[by]), { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone })
    : "";
  return (
    <RowShell id={item.id} title={item.title}>
      <time className={styles.time} dateTime={item[by]} title={doubt ?? undefined}>
        {doubt ? <span>≈ {time}</span> : time}
        {doubt && <span className="visually-hidden"> ({doubt})</span>}
      </time>
      <div className={styles.main}>
        <div className={styles.headline}>
          <Link
            className={styles.title}
            href={`/w/${slug}/news/${item.id}`}
            prefetch={false}
            data-row-link=""
            lang={item.language}
          >
            {item.title}
          </Link>
          {item.excerpt && (
            <span className={styles.excerpt} lang={item.language} aria-hidden="true">
              {item.excerpt}
            </span>
          )}
        </div>
        <div className={styles.meta}>
          {item.url ? (
            <a
              href={item.url}
              target="_blank"
              rel="noopener noreferrer"
              data-row-source=""
              aria-label={t("item.openSource", { title: item.title })}
            >
              {item.feed?.title ?? item.source ?? hostOf(item.url)}
              <Icon name="external" size={10} />
            </a>
          ) : (
            <span>{item.feed?.title ?? item.source ?? t("item.byHand")}</span>
          )}
          {item.kind !== "article" && <span className={styles.kind}>{t(`kinds.${item.kind}`)}</span>}
          {item.story.items > 1 && (
            <Link href={`/w/${slug}/news/${item.id}#news-story`} prefetch={false}>
              {t("reading.reports", { count: item.story.items })}
            </Link>
          )}
          {dayIn(new Date(item[by]), timeZone) !== dayIn(new Date(item.publishedAt), timeZone) && (
            <DateText value={item.publishedAt} timeZone={timeZone} />
          )}
          <RowTags id={item.id} title={item.title} tags={item.tags} retired={retired} />
          {aside}
        </div>
        {children}
      </div>
    </RowShell>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}
