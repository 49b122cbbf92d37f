"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useContext } from "react";
import styles from "../reading.module.css";
import { useReading } from "./reading-context";
import { ReadingStoreContext, useHandled, useIsPeeked, useIsSelected } from "./reading-store";

const RowPeek = dynamic(() => import("./row-preview").then((module) => module.RowPeek), { ssr: false });

type Props = { id: string; title: string; children: ReactNode };

/** A row's frame: selected or not, and greyed with a word once it was put away. */
export function RowShell({ id, title, children }: Props) {
  const t = useTranslations("news.reading");
  const reading = useReading();
  const store = useContext(ReadingStoreContext);
  const selected = useIsSelected(id);
  const handled = useHandled(id);
  const peeked = useIsPeeked(id);
  const away = handled !== null && handled.kind !== "assigned";
  const looks = [styles.row, selected && styles.selected, away && styles.away].filter(Boolean);
  return (
    <li className={looks.join(" ")} data-news-row={id}>
      {reading?.canTag && (
        <input
          type="checkbox"
          className={styles.select}
          checked={selected}
          onChange={(event) => store.select([id], event.target.checked)}
          aria-label={t("select", { title })}
        />
      )}
      {children}
      {handled && (
        <span className={styles.handled}>
          {handled.kind === "snoozed"
            ? t("handled.snoozed", { day: handled.until })
            : handled.kind === "assigned"
              ? t(handled.to ? "handled.assigned" : "handled.unassigned", { name: handled.to?.name ?? "" })
              : t(`handled.${handled.kind}`)}
        </span>
      )}
      {peeked && reading && <RowPeek workspace={reading.workspace} newsId={id} />}
    </li>
  );
}
