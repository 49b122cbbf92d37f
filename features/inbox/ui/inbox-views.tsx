"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type InboxView, inboxViews } from "../domain/views-of";
import styles from "./inbox.module.css";
import { useMoved } from "./triage-context";

type Props = { pathname: string; view: InboxView; counts: Readonly<Record<InboxView, number>> };

/** The server counts no further. */
const maxCounted = 1000;

/** The views and how much lies in each, now. */
export function InboxViews({ pathname, view, counts }: Props) {
  const t = useTranslations("news.inbox");
  return (
    <nav aria-label={t("views.label")}>
      <ul className={styles.views}>
        {inboxViews.map((one) => (
          <li key={one}>
            <Link href={`${pathname}?view=${one}`} aria-current={one === view ? "page" : undefined}>
              {t(`views.${one}`)}
              <Count view={one} counted={counts[one]} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count({ view, counted }: { view: InboxView; counted: number }) {
  const t = useTranslations("news.inbox");
  const now = counted + useMoved(view);
  return <span>{counted === maxCounted ? t("most", { count: maxCounted }) : now}</span>;
}

/** How much is left in the view one is in; said aloud as it falls. */
export function InboxLeft({ view, counted }: { view: InboxView; counted: number }) {
  const t = useTranslations("news.inbox");
  const left = counted + useMoved(view);
  if (counted === maxCounted) return null;
  return (
    <p className={styles.left} role="status">
      {left === 0 ? t(`empty.${view}`) : t("left", { count: left })}
    </p>
  );
}
