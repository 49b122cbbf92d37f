"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/form/button";
import { Icon } from "@/components/icons";
import { useStore } from "@/components/state/store";
import { useReading } from "./desk-context";
import { KeyButton } from "./key-button";
import styles from "./undo-notice.module.css";

const shownMs = 8000;

/** Says what was just done, and takes it back. Announced to screen readers; gone after eight seconds. */
export function UndoNotice() {
  const t = useTranslations("news.reading");
  const { changes } = useReading().desk;
  const toast = useStore(changes, (state) => state, null);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(changes.dismiss, shownMs);
    return () => clearTimeout(timer);
  }, [toast, changes]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (changes.isSaving()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [changes]);

  const failed = toast?.kind === "failed";
  const sentence = {
    done: (text: string) => text,
    undone: (text: string) => t("undone", { words: text }),
    failed: (text: string) => t("failed", { reason: text }),
  };
  return (
    <div role="status" className={toast ? `${styles.notice} ${failed ? styles.failed : ""}` : undefined}>
      {toast && (
        <>
          <span className={styles.text}>{sentence[toast.kind](toast.text)}</span>
          {toast.kind === "done" && (
            <KeyButton keyOf="undo" onClick={changes.undo}>
              {t("undo")}
            </KeyButton>
          )}
          <Button look="quiet" icon aria-label={t("close")} onClick={changes.dismiss}>
            <Icon name="close" size={12} />
          </Button>
        </>
      )}
    </div>
  );
}
