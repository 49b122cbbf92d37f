import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icons";
import styles from "./stat.module.css";

type Props = {
  label: ReactNode;
  /** Formatted already. */
  value: ReactNode;
  /** What stands behind the number. */
  href?: string;
  /** Against the period before: its direction and its amount in words. */
  change?: { direction: "up" | "down" | "same"; text: string };
  note?: ReactNode;
};

/** A row of numbers. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className={styles.stats}>{children}</dl>;
}

/** One number with its name; belongs in Stats. */
export function Stat({ label, value, href, change, note }: Props) {
  return (
    <div className={styles.stat}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {href ? (
          <Link href={href} className={styles.link} prefetch={false}>
            {value}
          </Link>
        ) : (
          value
        )}
      </dd>
      {(change || note) && (
        <dd className={styles.note}>
          {change && <Change {...change} />} {note}
        </dd>
      )}
    </div>
  );
}

function Change({ direction, text }: { direction: "up" | "down" | "same"; text: string }) {
  const t = useTranslations("common.stat");
  return (
    <span className={styles.change}>
      {direction !== "same" && <Icon name={direction} size={12} />}
      {t(direction, { amount: text })}
    </span>
  );
}
