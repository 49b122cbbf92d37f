"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/form/button";
import { notify } from "@/components/overlay/notify";
import { tagNewsAction } from "@/features/tags/actions";
import type { TagChoice } from "@/features/tags/domain/tagging-keys";
import styles from "../reading.module.css";
import { currentTags, rememberTags } from "./tag-memory";
import { type Row, tagOf } from "./tagging-steps";

type Props = { workspace: string; row: Row; choice: TagChoice | null; onClose: () => void };

/** Why the item speaks for or against the thesis it was tagged with last. */
export function NoteDialog({ workspace, row, choice, onClose }: Props) {
  const t = useTranslations("news.reading");
  const dialog = useRef<HTMLDialogElement>(null);
  const tag = choice ? tagOf(row, choice.thesis) : null;
  const [text, setText] = useState(tag?.note ?? "");
  const [pending, startTransition] = useTransition();
  useEffect(() => dialog.current?.showModal(), []);

  const save = () =>
    startTransition(async () => {
      if (!tag) return onClose();
      const note = text.trim() || null;
      const { thesisId: thesis, stance, strength } = tag;
      const result = await tagNewsAction(workspace, { id: row.id, thesis, stance, strength, note });
      if (!result.ok)
        return notify({ tone: "negative", message: t("failed", { reason: result.error.message }) });
      const tags = currentTags(row.id, row.served);
      rememberTags(
        row.id,
        row.served,
        tags.map((one) => (one.thesisId === thesis ? { ...one, note } : one)),
      );
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
