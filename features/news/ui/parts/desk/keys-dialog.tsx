"use client";

import { useTranslations } from "next-intl";
import { useContext, useEffect, useRef } from "react";
import { Button } from "@/components/form/button";
import { KeysList } from "@/components/keyboard/keys-list";
import { KeymapContext, useReading } from "./desk-context";
import styles from "./dialog.module.css";

/** The keys that work here and what they do. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("news.reading");
  const keymap = useContext(KeymapContext);
  const { canTag } = useReading();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${styles.wide}`}
      aria-labelledby="news-keys"
      onClose={onClose}
    >
      <h2 id="news-keys">{t("keys.title")}</h2>
      <KeysList keymap={keymap} />
      {canTag && <p className={styles.example}>{t("keys.example")}</p>}
      <Button autoFocus onClick={() => dialog.current?.close()}>
        {t("close")}
      </Button>
    </dialog>
  );
}
