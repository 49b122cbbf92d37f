import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkedPanel } from "@/components/layout/linked-panel";
import list from "@/components/layout/list.module.css";
import text from "@/components/layout/text.module.css";
import { formatInstant } from "@/components/text/format-date";
import type { Overview } from "../schema";

/** The operation stops counting there. */
const maxCounted = 1000;

/** What waits in the inbox, which it leads to. */
export function UntaggedPanel({ slug, overview }: { slug: string; overview: Overview }) {
  const t = useTranslations("overview");
  const locale = useLocale();
  const { untagged, untaggedCount: count, signals } = overview;
  const many = count >= maxCounted;
  return (
    <LinkedPanel title={t("untagged")} href={`/w/${slug}/inbox?view=all`} all={t("allUntagged")}>
      <p className={text.muted}>
        {many ? t("untaggedMany", { count: maxCounted - 1 }) : t("untaggedCount", { count })}
      </p>
      <ul className={list.rows}>
        {untagged.map((item) => (
          <li key={item.id}>
            <Link href={`/w/${slug}/news/${item.id}`} lang={item.language}>
              {item.title}
            </Link>
            <span className={text.muted}>
              {item.source && `${item.source} · `}
              <time dateTime={item.publishedAt}>
                {formatInstant(item.publishedAt, signals.timeZone, locale, "day")}
              </time>
            </span>
          </li>
        ))}
      </ul>
    </LinkedPanel>
  );
}
