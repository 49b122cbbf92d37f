import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/form/button";
import { Icon } from "@/components/icons";
import { PageHeader } from "@/components/layout/page-header";
import { StatusBadge } from "@/components/layout/status-badge";
import { DateText } from "@/components/text/date-text";
import { RelativeTime } from "@/components/text/relative-time";
import type { NewsItem } from "@/features/news/schema";
import { useProblemWords } from "@/features/news/ui/parts/problem-words";
import { ClientMessages } from "@/i18n/client-messages";
import type { FeedDetail } from "../schema";
import { FeedActions } from "./feed-actions";
import { FeedForm } from "./feed-form";
import { feedTones, perWeek } from "./feed-words";
import styles from "./feeds.module.css";

type Props = {
  slug: string;
  timeZone: string;
  now: string;
  feed: FeedDetail;
  latest: readonly NewsItem[];
  canWrite: boolean;
  canRefresh: boolean;
};

/** One feed: is it well, when was it read, what did it bring, and how it is kept. */
export function FeedPage({ slug, timeZone, now, feed, latest, canWrite, canRefresh }: Props) {
  const t = useTranslations("feeds");
  const words = useProblemWords();
  const relative = (value: string | null): ReactNode =>
    value ? <RelativeTime value={value} now={now} timeZone={timeZone} /> : t("never");
  return (
    <ClientMessages of={["feeds.actions", "feeds.problems", "feeds.form", "feeds.fields"]}>
      <PageHeader
        title={feed.title}
        description={feed.siteUrl ? <a href={feed.siteUrl}>{feed.siteUrl}</a> : undefined}
        breadcrumbs={[{ label: t("title"), href: `/w/${slug}/feeds` }]}
        actions={
          <>
            {canRefresh && <FeedActions workspace={slug} feed={feed} canWrite={canWrite} />}
            <LinkButton href={`/w/${slug}/news?feed=${feed.id}`}>{t("page.news")}</LinkButton>
          </>
        }
      />
      {feed.problem && (
        <p className={styles.alarm} role="alert">
          <Icon name="warning" />
          <span>
            {words(feed.problem, feed.problemDetail)}{" "}
            {feed.status === "failing" && t("page.tries", { count: feed.failureCount })}
          </span>
        </p>
      )}
      {feed.silent && feed.quietAfter && (
        <p className={styles.alarm} role="status">
          <Icon name="warning" />
          <span>
            {t.rich("silentSince", {
              when: () => <DateText value={feed.quietAfter ?? ""} timeZone={timeZone} />,
            })}
          </span>
        </p>
      )}
      <div className={styles.columns}>
        <section className={styles.section} aria-labelledby="feed-health">
          <h2 id="feed-health">{t("page.health")}</h2>
          <dl className={styles.facts}>
            <dt>{t("fields.status")}</dt>
            <dd>
              <StatusBadge tone={feedTones[feed.status]}>{t(`states.${feed.status}`)}</StatusBadge>
            </dd>
            <dt>{t("fields.url")}</dt>
            <dd className={styles.address}>{feed.url}</dd>
            <dt>{t("fields.lastSuccessAt")}</dt>
            <dd>{relative(feed.lastSuccessAt)}</dd>
            <dt>{t("fields.lastCheckedAt")}</dt>
            <dd>{relative(feed.lastCheckedAt)}</dd>
            <dt>{t("fields.nextCheckAt")}</dt>
            <dd>{feed.status === "paused" ? "–" : relative(feed.nextCheckAt)}</dd>
            <dt>{t("fields.lastChangedAt")}</dt>
            <dd>{relative(feed.lastChangedAt)}</dd>
            <dt>{t("fields.itemCount")}</dt>
            <dd>{t("page.items", { count: feed.itemCount, recent: perWeek(feed.recentItems) })}</dd>
          </dl>
        </section>
        {canWrite && (
          <section className={styles.section} aria-labelledby="feed-settings">
            <h2 id="feed-settings">{t("page.settings")}</h2>
            <FeedForm slug={slug} feed={feed} />
          </section>
        )}
        <section className={styles.section} aria-labelledby="feed-latest">
          <h2 id="feed-latest">{t("page.latest")}</h2>
          {latest.length === 0 ? (
            <p className={styles.muted}>{t("page.noItems")}</p>
          ) : (
            <ol className={styles.latest}>
              {latest.map((item) => (
                <li key={item.id}>
                  <Link href={`/w/${slug}/news/${item.id}`} prefetch={false} lang={item.language}>
                    {item.title}
                  </Link>
                  <span className={styles.muted}>
                    <DateText value={item.publishedAt} timeZone={timeZone} />
                  </span>
                </li>
              ))}
            </ol>
          )}
        </section>
      </div>
    </ClientMessages>
  );
}
