"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/form/button";
import { TextAreaField, TextField } from "@/components/form/form-field";
import styles from "./deals.module.css";

type Props = {
  company: string;
  stageName: string;
  onConfirm: (passing: { reason: string; revisitIf: string }) => void;
  onCancel: () => void;
};

/** Asks why a deal is passed, before anything is changed. Esc and Cancel leave everything as it was. */
export function ReasonDialog({ company, stageName, onConfirm, onCancel }: Props) {
  const t = useTranslations("deals.reason");
  const common = useTranslations("common.actions");
  const [missing, setMissing] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closing it, and not only taking it away, gives the focus back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    if (text("reason")) return onConfirm({ reason: text("reason"), revisitIf: text("revisitIf") });
    setMissing(true);
    const field = event.currentTarget.elements.namedItem("reason");
    if (field instanceof HTMLElement) field.focus();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={(event) => event.currentTarget.open || onCancel()}
    >
      <form onSubmit={submit} noValidate>
        <h2 id={`${id}-title`}>{t("title", { company })}</h2>
        <p id={`${id}-text`}>{t("description", { stage: stageName })}</p>
        <TextAreaField
          name="reason"
          label={t("reason")}
          error={missing ? t("reasonMissing") : undefined}
          required
          maxLength={2000}
        />
        <TextField name="revisitIf" label={t("revisitIf")} hint={t("revisitHint")} maxLength={1000} />
        <div className={styles.buttons}>
          <Button type="submit" look="primary">
            {t("confirm")}
          </Button>
          <Button onClick={onCancel}>{common("cancel")}</Button>
        </div>
      </form>
    </dialog>
  );
}
