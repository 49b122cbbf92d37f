import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkedPanel } from "@/components/layout/linked-panel";
import list from "@/components/layout/list.module.css";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import { asFeedProblem } from "@/server/documents/fetch-problems";
import type { FeedInTrouble, Overview } from "../schema";
import styles from "./overview.module.css";

type Props = { slug: string; feeds: Overview["feeds"]; timeZone: string };

/** Feeds that fail, each with its cause and since when; or that all is well. */
export function FeedsPanel({ slug, feeds, timeZone }: Props) {
  const t = useTranslations("overview");
  const href = `/w/${slug}/feeds`;
  const { trouble, active, paused } = feeds;
  if (trouble.length === 0) {
    return (
      <LinkedPanel title={t("feedsHealth")} href={href} all={t("allFeeds")}>
        <p className={text.muted}>{t("feedsFine", { active, paused })}</p>
      </LinkedPanel>
    );
  }
  return (
    <LinkedPanel title={t("feeds", { count: trouble.length })} href={href} all={t("allFeeds")} loud>
      <ul className={list.rows}>
        {trouble.map((feed) => (
          <li key={feed.id} className={styles.feed}>
            <Link href={`${href}/${feed.id}`}>{feed.title}</Link>
            <Cause feed={feed} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </LinkedPanel>
  );
}

function Cause({ feed, timeZone }: { feed: FeedInTrouble; timeZone: string }) {
  const t = useTranslations("overview");
  const problem = useTranslations("feeds.problems");
  const locale = useLocale();
  const dayOf = (instant: string) => formatInstant(instant, timeZone, locale, "day");
  if (feed.failureCount === 0)
    return <span className={text.muted}>{t("silent", { day: dayOf(feed.quietAfter ?? feed.since) })}</span>;
  const day = dayOf(feed.since);
  const sentence = problem(asFeedProblem(feed.lastError ?? "other"));
  const detail = feed.lastErrorDetail;
  return (
    <span className={text.muted}>
      {detail ? problem("withDetail", { sentence, detail }) : sentence}{" "}
      {t(feed.lastSuccessAt ? "lastSuccess" : "neverRead", { day, count: feed.failureCount })}
    </span>
  );
}
