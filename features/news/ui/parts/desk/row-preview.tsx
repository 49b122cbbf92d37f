"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { NewsContent } from "../../news-content";
import styles from "./row-preview.module.css";
import { useNewsDetail } from "./use-news-detail";

/** What the item in hand says, below its row: one reads and tags without leaving the list. */
export function RowPreview({ workspace, newsId }: { workspace: string; newsId: string }) {
  const t = useTranslations("news.reading.preview");
  const panel = useRef<HTMLElement>(null);
  const { item } = useNewsDetail(workspace, newsId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the panel grows
  useEffect(() => {
    // Braces: a browser may give a promise, which is no way to undo an effect.
    panel.current?.scrollIntoView({ block: "nearest" });
  }, [item]);
  return (
    <section ref={panel} className={styles.preview} aria-label={t("label")} aria-busy={item === null}>
      {item === null && <p>{t("loading")}</p>}
      {item === "failed" && <p>{t("failed")}</p>}
      {item !== null && item !== "failed" && <NewsContent item={item} nothing={t("nothing")} />}
    </section>
  );
}
