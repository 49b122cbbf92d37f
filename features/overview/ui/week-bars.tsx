import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { formatPeriod } from "@/components/charts/chart-format";
import { seriesColor } from "@/components/theme/series";
import type { SignalBucket } from "@/features/trends/schema";
import { addDays } from "@/lib/calendar/days";
import styles from "./overview.module.css";

type Props = { href: (week: SignalBucket) => string; weeks: SignalBucket[]; colorIndex: number };
type BarStyle = CSSProperties & { "--share": string };
type ListStyle = CSSProperties & { "--bar": string };

/**
 * A bar for each week that opens its items; no script. The bars are for the pointer and for reading on: the Tab key would
 * stop at each of them, and the thesis' page has the same numbers as a table.
 */
export function WeekBars({ href, weeks, colorIndex }: Props) {
  const t = useTranslations("overview");
  const locale = useLocale();
  const top = Math.max(1, ...weeks.map((week) => week.value));
  const list: ListStyle = { "--bar": seriesColor(colorIndex) };
  return (
    <ol className={styles.bars} style={list} aria-label={t("weeks")}>
      {weeks.map((week) => {
        const period = formatPeriod({ start: week.start, end: addDays(week.end, -1) }, "week", locale);
        const label = t(week.complete ? "week" : "weekSoFar", { period, count: week.value });
        const style: BarStyle = { "--share": `${(100 * week.value) / top}%` };
        return (
          <li key={week.start}>
            <Link
              href={href(week)}
              title={label}
              aria-label={label}
              data-open={week.complete ? undefined : true}
              style={style}
              tabIndex={-1}
              prefetch={false}
            />
          </li>
        );
      })}
    </ol>
  );
}
