"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/form/button";
import { TextAreaField, TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { Dialog } from "@/components/overlay/dialog";

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
    <Dialog
      title={t("title", { company })}
      description={t("description", { stage: stageName })}
      onClose={onCancel}
    >
      <form onSubmit={submit} onInput={() => setMissing(false)} noValidate className={layout.form}>
        <TextAreaField
          name="reason"
          label={t("reason")}
          error={missing ? t("reasonMissing") : undefined}
          required
          maxLength={2000}
        />
        <TextField name="revisitIf" label={t("revisitIf")} hint={t("revisitHint")} maxLength={1000} />
        <div className={layout.buttons}>
          <Button type="submit" look="primary">
            {t("confirm")}
          </Button>
          <Button onClick={onCancel}>{common("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
