"use client";

import { useTranslations } from "next-intl";
import { useContext } from "react";
import { Button } from "@/components/form/button";
import { KeysList } from "@/components/keyboard/keys-list";
import { Dialog } from "@/components/overlay/dialog";
import { KeymapContext, useReading } from "./desk-context";
import styles from "./keys-dialog.module.css";

/** The keys that work here and what they do. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("news.reading");
  const keymap = useContext(KeymapContext);
  const { canTag } = useReading();
  return (
    <Dialog title={t("keys.title")} onClose={onClose} kind="help">
      <KeysList keymap={keymap} />
      {canTag && <p className={styles.example}>{t("keys.example")}</p>}
      <Button onClick={onClose}>{t("close")}</Button>
    </Dialog>
  );
}
