"use client";

import { useTranslations } from "next-intl";
import { inWords } from "@/components/form/field-words";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { changePasswordAction } from "../actions";

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations();
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) =>
      inWords(
        await changePasswordAction({ current: String(data.get("current")), next: String(data.get("next")) }),
        {
          current: t("auth.problem.current"),
          next: t("auth.problem.password"),
        },
      ),
    onSuccess: () => notify({ tone: "positive", message: t("settings.account.changed") }),
    resetOnSuccess: true,
    explain: useErrorText(),
  });
  return (
    <form {...form} className={layout.form}>
      <FormSummary
        {...summary}
        labels={{ current: t("settings.account.current"), next: t("settings.account.next") }}
      />
      {/* Password managers file the password under this. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        name="current"
        type="password"
        label={t("settings.account.current")}
        error={field("current")}
        autoComplete="current-password"
        required
      />
      <TextField
        name="next"
        type="password"
        label={t("settings.account.next")}
        hint={t("auth.passwordHint")}
        error={field("next")}
        autoComplete="new-password"
        required
      />
      <SubmitButton pending={pending}>{t("settings.account.change")}</SubmitButton>
    </form>
  );
}
