"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/form/button";
import { CompanyLinks } from "@/features/mentions/ui/parts/company-links";
import { getNewsAction } from "../../../actions";
import type { NewsDetail } from "../../../schema";
import styles from "./dialog.module.css";

type Props = { workspace: string; newsId: string; onClose: () => void };

/** The companies an item is about, without leaving the list. */
export function CompanyDialog({ workspace, newsId, onClose }: Props) {
  const t = useTranslations("news");
  const dialog = useRef<HTMLDialogElement>(null);
  const [item, setItem] = useState<NewsDetail | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round reads again
  useEffect(() => {
    let current = true;
    void getNewsAction(workspace, { id: newsId }).then((result) => {
      if (current && result.ok) setItem(result.data);
    });
    return () => {
      current = false;
    };
  }, [workspace, newsId, round]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="news-companies-of" onClose={onClose}>
      <h2 id="news-companies-of">{t("item.companies")}</h2>
      <p className={styles.example}>{item?.title}</p>
      {item && (
        <CompanyLinks
          workspace={workspace}
          newsId={newsId}
          companies={item.companies}
          canWrite
          onChanged={() => setRound(round + 1)}
        />
      )}
      <Button onClick={() => dialog.current?.close()}>{t("reading.close")}</Button>
    </dialog>
  );
}
