"use client";

import { useTranslations } from "next-intl";
import { inWords } from "@/components/form/field-words";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { resetPasswordAction } from "../actions";

export function ResetForm({ secret }: { secret: string }) {
  const t = useTranslations("auth");
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) =>
      inWords(await resetPasswordAction({ secret, password: String(data.get("password")) }), {
        password: t("problem.password"),
      }),
    explain: useErrorText(),
  });
  return (
    <form {...form} className={layout.form}>
      <FormSummary {...summary} labels={{ password: t("reset.password") }} />
      <TextField
        name="password"
        type="password"
        label={t("reset.password")}
        hint={t("passwordHint")}
        error={field("password")}
        autoComplete="new-password"
        autoFocus
        required
      />
      <SubmitButton pending={pending}>{t("reset.submit")}</SubmitButton>
    </form>
  );
}
