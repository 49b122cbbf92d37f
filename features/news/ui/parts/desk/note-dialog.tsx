"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/form/button";
import { TextAreaField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { Dialog } from "@/components/overlay/dialog";
import { notify } from "@/components/overlay/notify";
import { useReading } from "./desk-context";
import type { Row } from "./tag-changes";

type Props = { row: Row; onClose: () => void };

/** Why the item speaks for or against the thesis it was tagged with last. */
export function NoteDialog({ row, onClose }: Props) {
  const t = useTranslations("news.reading");
  const { desk } = useReading();
  const [tag] = useState(() => desk.recentTag(row));
  const [text, setText] = useState(tag?.note ?? "");
  const [pending, startTransition] = useTransition();

  const save = () =>
    startTransition(async () => {
      if (!tag) return onClose();
      const result = await desk.saveNote(row, tag, text.trim() || null);
      if (!result.ok)
        return notify({ tone: "negative", message: t("failed", { reason: result.error.message }) });
      onClose();
    });
  return (
    <Dialog title={t("why.title")} onClose={onClose}>
      <form action={save} className={layout.form}>
        <TextAreaField
          name="note"
          label={t("why.label", { title: row.title })}
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={layout.buttons}>
          <Button type="submit" look="primary" disabled={pending}>
            {t("why.save")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
