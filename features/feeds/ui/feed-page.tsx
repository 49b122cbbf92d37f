import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/form/button";
import { Callout } from "@/components/layout/callout";
import { Columns } from "@/components/layout/columns";
import { type Fact, Facts } from "@/components/layout/facts";
import list from "@/components/layout/list.module.css";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { StatusBadge } from "@/components/layout/status-badge";
import text from "@/components/layout/text.module.css";
import { DateText } from "@/components/text/date-text";
import { RelativeTime } from "@/components/text/relative-time";
import type { NewsItem } from "@/features/news/schema";
import { useProblemWords } from "@/features/news/ui/parts/problem-words";
import { ClientMessages } from "@/i18n/client-messages";
import type { FeedDetail } from "../schema";
import { FeedActions } from "./feed-actions";
import { FeedForm } from "./feed-form";
import { feedTones, perWeek } from "./feed-words";

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
  const health: Fact[] = [
    {
      term: t("fields.status"),
      value: <StatusBadge tone={feedTones[feed.status]}>{t(`states.${feed.status}`)}</StatusBadge>,
    },
    { term: t("fields.url"), value: feed.url },
    { term: t("fields.lastSuccessAt"), value: relative(feed.lastSuccessAt) },
    { term: t("fields.lastCheckedAt"), value: relative(feed.lastCheckedAt) },
    { term: t("fields.nextCheckAt"), value: feed.status === "paused" ? "–" : relative(feed.nextCheckAt) },
    { term: t("fields.lastChangedAt"), value: relative(feed.lastChangedAt) },
    {
      term: t("fields.itemCount"),
      value: t("page.items", { count: feed.itemCount, recent: perWeek(feed.recentItems) }),
    },
  ];
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
        <Callout tone="negative" role="alert">
          {words(feed.problem, feed.problemDetail)}{" "}
          {feed.status === "failing" && t("page.tries", { count: feed.failureCount })}
        </Callout>
      )}
      {feed.silent && feed.quietAfter && (
        <Callout tone="warning" role="status">
          {t.rich("silentSince", {
            when: () => <DateText value={feed.quietAfter ?? ""} timeZone={timeZone} />,
          })}
        </Callout>
      )}
      <Columns
        main={
          <>
            <Section title={t("page.health")} framed>
              <Facts facts={health} />
            </Section>
            <Section title={t("page.latest")}>
              {latest.length === 0 && <p className={text.muted}>{t("page.noItems")}</p>}
              <ol className={list.rows}>
                {latest.map((item) => (
                  <li key={item.id}>
                    <Link href={`/w/${slug}/news/${item.id}`} prefetch={false} lang={item.language}>
                      {item.title}
                    </Link>
                    <span className={text.small}>
                      <DateText value={item.publishedAt} timeZone={timeZone} />
                    </span>
                  </li>
                ))}
              </ol>
            </Section>
          </>
        }
        side={
          canWrite && (
            <Section title={t("page.settings")} framed>
              <FeedForm slug={slug} feed={feed} />
            </Section>
          )
        }
      />
    </ClientMessages>
  );
}
