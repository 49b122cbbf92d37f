"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDeskState, useReading } from "./desk-context";
import styles from "./row-shell.module.css";

const RowPreview = dynamic(() => import("./row-preview").then((module) => module.RowPreview), { ssr: false });

type Props = { id: string; title: string; children: ReactNode };

/** A row's frame: selected or not, with its text below while it is previewed. */
export function RowShell({ id, title, children }: Props) {
  const t = useTranslations("news.reading");
  const { desk, workspace, canTag } = useReading();
  const selected = useDeskState(desk, ({ selection }) => selection.ids.has(id));
  const previewed = useDeskState(desk, ({ preview }) => preview === id);
  const inHand = useDeskState(desk, (state) => state.inHand === id);
  const gone = useDeskState(desk, ({ done }) => done.has(id)) && !inHand;
  return (
    <li
      className={`${styles.row} ${selected ? styles.selected : ""} ${inHand ? styles.inHand : ""}`}
      data-news-row={id}
      hidden={gone}
    >
      {canTag && (
        <input
          type="checkbox"
          className={styles.select}
          checked={selected}
          onChange={(event) => desk.select(id, event.target.checked)}
          aria-label={t("select", { title })}
        />
      )}
      {children}
      {previewed && <RowPreview workspace={workspace} newsId={id} />}
    </li>
  );
}
