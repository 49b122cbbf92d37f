"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/form/button";
import { notify } from "@/components/overlay/notify";
import { useReading } from "./desk-context";
import styles from "./dialog.module.css";
import type { Row } from "./tag-changes";

type Props = { row: Row; onClose: () => void };

/** Why the item speaks for or against the thesis it was tagged with last. */
export function NoteDialog({ row, onClose }: Props) {
  const t = useTranslations("news.reading");
  const { desk } = useReading();
  const dialog = useRef<HTMLDialogElement>(null);
  const [tag] = useState(() => desk.recentTag(row));
  const [text, setText] = useState(tag?.note ?? "");
  const [pending, startTransition] = useTransition();
  useEffect(() => dialog.current?.showModal(), []);

  const save = () =>
    startTransition(async () => {
      if (!tag) return onClose();
      const result = await desk.saveNote(row, tag, text.trim() || null);
      if (!result.ok)
        return notify({ tone: "negative", message: t("failed", { reason: result.error.message }) });
      dialog.current?.close();
    });
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="news-note" onClose={onClose}>
      <form action={save} className={styles.note}>
        <h2 id="news-note">{t("why.title")}</h2>
        <label htmlFor="news-note-text">{t("why.label", { title: row.title })}</label>
        <textarea
          id="news-note-text"
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={styles.noteButtons}>
          <Button type="submit" look="primary" disabled={pending}>
            {t("why.save")}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{t("cancel")}</Button>
        </div>
      </form>
    </dialog>
  );
}
