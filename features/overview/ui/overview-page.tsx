import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { formatInstant } from "@/components/format-date";
import { PageHeader } from "@/components/page-header";
import type { Overview } from "../schema";
import { ActivityList } from "./activity-list";
import { DealMatrix } from "./deal-matrix";
import styles from "./overview.module.css";
import { ThesisCards, type ThesisName } from "./thesis-cards";

type Props = { slug: string; workspaceName: string; theses: ThesisName[]; overview: Overview; canWrite: boolean };

/** The team's first page. */
export function OverviewPage({ slug, workspaceName, theses, overview, canWrite }: Props) {
  const t = useTranslations("overview");
  const locale = useLocale();
  const { signals } = overview;
  return (
    <>
      <PageHeader title={t("title")} description={workspaceName} />
      <h2 className={styles.heading}>{t("theses")}</h2>
      {signals.past && signals.latestDay && (
        <p className={styles.muted}>{t("past", { day: formatInstant(signals.latestDay, signals.timeZone, locale, "day") })}</p>
      )}
      {theses.length === 0 ? (
        <EmptyState
          title={t("noTheses")}
          description={t("noThesesDescription")}
          actions={canWrite && <LinkButton href={`/w/${slug}/theses/new`}>{t("addThesis")}</LinkButton>}
        />
      ) : (
        <ThesisCards slug={slug} theses={theses} signals={signals} />
      )}
      <div className={styles.columns}>
        <Untagged slug={slug} overview={overview} />
        <Panel title={t("deals")} href={`/w/${slug}/deals`} all={t("allDeals")}>
          <DealMatrix slug={slug} theses={theses} overview={overview} />
        </Panel>
        <Panel title={t("activity")} href={`/w/${slug}/settings/activity`} all={t("allActivity")}>
          <ActivityList slug={slug} activity={overview.activity} timeZone={signals.timeZone} />
        </Panel>
        <Feeds slug={slug} overview={overview} />
      </div>
    </>
  );
}

function Panel({ title, href, all, children }: { title: string; href: string; all: string; children: ReactNode }) {
  return (
    <section className={styles.panel}>
      <div className={styles.panelHead}>
        <h2>{title}</h2>
        <Link href={href}>{all}</Link>
      </div>
      {children}
    </section>
  );
}

/** The operation stops counting there. */
const mostCounted = 1000;

function Untagged({ slug, overview: { untagged, untaggedCount, signals } }: { slug: string; overview: Overview }) {
  const t = useTranslations("overview");
  const locale = useLocale();
  const count = untaggedCount >= mostCounted ? t("untaggedMany", { count: mostCounted - 1 }) : t("untaggedCount", { count: untaggedCount });
  return (
    <Panel title={t("untagged")} href={`/w/${slug}/news?untagged=true`} all={t("allUntagged")}>
      <p className={styles.muted}>{untaggedCount === 0 ? t("noUntagged") : count}</p>
      <ul className={styles.rows}>
        {untagged.map((item) => (
          <li key={item.id}>
            <Link href={`/w/${slug}/news/${item.id}`}>{item.title}</Link>{" "}
            <span className={styles.muted}>
              {[item.source, formatInstant(item.publishedAt, signals.timeZone, locale, "day")].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Feeds({ slug, overview: { feeds, signals } }: { slug: string; overview: Overview }) {
  const t = useTranslations("overview");
  const locale = useLocale();
  const day = (at: string) => formatInstant(at, signals.timeZone, locale, "day");
  return (
    <Panel title={t("feeds")} href={`/w/${slug}/feeds`} all={t("allFeeds")}>
      {feeds.trouble.length === 0 && <p className={styles.muted}>{t("feedsFine", { active: feeds.active, paused: feeds.paused })}</p>}
      <ul className={styles.rows}>
        {feeds.trouble.map((feed) => (
          <li key={feed.id}>
            <Link href={`/w/${slug}/feeds#${feed.id}`}>{feed.title}</Link>{" "}
            <span className={styles.muted}>
              {t("failures", { count: feed.failureCount })} · {feed.lastSuccessAt ? t("lastSuccess", { day: day(feed.lastSuccessAt) }) : t("neverRead")}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
