"use client";

import { useTranslations } from "next-intl";
import styles from "./chart.module.css";

/** The hatching behind a period that is not over. */
export function UnfinishedPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} y1={0} x2={0} y2={6} stroke="var(--line)" strokeWidth={2} />
      </pattern>
    </defs>
  );
}

export function UnfinishedNote() {
  const t = useTranslations("common.chart");
  return (
    <p className={styles.note}>
      <svg width={22} height={10} aria-hidden="true" focusable="false">
        <path d="M0 5H22" stroke="currentColor" strokeWidth={1.75} strokeDasharray="3 4" />
        <circle cx={17} cy={5} r={3.5} fill="var(--panel)" stroke="currentColor" strokeWidth={1.5} />
      </svg>
      {t("unfinished")}
    </p>
  );
}
