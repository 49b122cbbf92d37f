"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { getNewsAction } from "../../../actions";
import type { NewsDetail } from "../../../schema";
import { NewsContent } from "../../news-content";
import styles from "./row-preview.module.css";

/** Who only passes by on the way down the list does not ask for anything. */
const settleMs = 120;

/** What the item in hand says, below its row: one reads and tags without leaving the list. */
export function RowPreview({ workspace, newsId }: { workspace: string; newsId: string }) {
  const t = useTranslations("news.reading.preview");
  const panel = useRef<HTMLElement>(null);
  const [item, setItem] = useState<NewsDetail | "failed" | null>(null);
  useEffect(() => {
    let current = true;
    const show = (found: NewsDetail | "failed") => current && setItem(found);
    const timer = setTimeout(() => {
      getNewsAction(workspace, { id: newsId })
        .then((result) => show(result.ok ? result.data : "failed"))
        .catch(() => show("failed"));
    }, settleMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workspace, newsId]);
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
