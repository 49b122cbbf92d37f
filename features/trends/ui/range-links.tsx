import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatPeriod } from "@/components/charts/chart-format";
import { type SearchParams, withQuery } from "@/components/filter/query-string";
import type { Range } from "@/lib/calendar/buckets";
import { addDays } from "@/lib/calendar/days";
import { offeredRanges } from "../domain";
import styles from "./trends.module.css";

type Props = {
  pathname: string;
  searchParams: SearchParams;
  extent: Range | null;
  until: string;
  /** The range on the chart, or null when none could be drawn. */
  shown: Range | null;
};

/** The range on the chart in words, and a few others one click away. */
export function RangeLinks({ pathname, searchParams, extent, until, shown }: Props) {
  const t = useTranslations("trends.ranges");
  const locale = useLocale();
  return (
    <nav className={styles.ranges} aria-label={t("label")}>
      {shown && (
        <span>{formatPeriod({ start: shown.from, end: addDays(shown.to, -1) }, "week", locale)}</span>
      )}
      {offeredRanges(until, extent).map(({ key, from, to, bucket }) => {
        const current = shown?.from === from && shown.to === to;
        return (
          <Link
            key={key}
            href={withQuery(pathname, searchParams, { from, to, ...(bucket ? { bucket } : {}) })}
            aria-current={current ? "true" : undefined}
            scroll={false}
            prefetch={false}
          >
            {t(key)}
          </Link>
        );
      })}
    </nav>
  );
}
