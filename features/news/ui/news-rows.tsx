import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/icons";
import type { ThesisOption } from "@/features/tags/ui/tag-swatches";
import type { NewsItem } from "../schema";
import { pickTheses } from "./pick-theses";
import styles from "./reading.module.css";
import { RowTags } from "./row-tags";
import { useDateDoubt } from "./use-date-doubt";
import { dayOf } from "./words";

type Props = {
  slug: string;
  timeZone: string;
  locale: string;
  items: readonly NewsItem[];
  theses: readonly ThesisOption[];
  /** By item: the theses suggested for it, ready to be shown. */
  suggestions: Readonly<Record<string, ReactNode>>;
};

/** News by day of the workspace's zone, newest first. Everything but the tags is plain HTML. */
export function NewsRows({ slug, timeZone, locale, items, theses, suggestions }: Props) {
  const format = useFormatter();
  const retired = pickTheses(
    theses.filter((thesis) => thesis.status === "retired"),
    locale,
  );
  const days = daysOf(items, timeZone).map(({ day, items: ofDay }) => (
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
          <Row key={item.id} slug={slug} timeZone={timeZone} item={item} retired={retired}>
            {suggestions[item.id]}
          </Row>
        ))}
      </ol>
    </section>
  ));
  return <div className={styles.list}>{days}</div>;
}

function daysOf(items: readonly NewsItem[], timeZone: string): { day: string; items: NewsItem[] }[] {
  const days: { day: string; items: NewsItem[] }[] = [];
  for (const item of items) {
    const day = dayOf(item.publishedAt, timeZone);
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
  retired: ReturnType<typeof pickTheses>;
  children: ReactNode;
};

function Row({ slug, timeZone, item, retired, children }: RowProps) {
  const t = useTranslations("news");
  const format = useFormatter();
  const doubt = useDateDoubt(item);
  const time = format.dateTime(new Date(item.publishedAt), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  return (
    <li className={styles.row} data-news-row={item.id}>
      <time className={styles.time} dateTime={item.publishedAt} title={doubt ?? undefined}>
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
              {item.feed?.title ?? hostOf(item.url)}
              <Icon name="external" size={10} />
            </a>
          ) : (
            <span>{item.feed?.title ?? t("item.byHand")}</span>
          )}
          {item.kind !== "article" && <span className={styles.kind}>{t(`kinds.${item.kind}`)}</span>}
          <RowTags id={item.id} title={item.title} tags={item.tags} retired={retired} />
        </div>
        {children}
      </div>
    </li>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}
