"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { inWords } from "@/components/form/field-words";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { askForResetAction } from "../actions";
import { AuthCard } from "./auth-card";

/** Asks for a reset link; says the same whether or not there is an account. */
export function ForgotPassword() {
  const t = useTranslations("auth");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) =>
      inWords(await askForResetAction({ email: String(data.get("email")) }), { email: t("problem.email") }),
    onSuccess: ({ email }) => setSentTo(email),
    explain: useErrorText(),
  });
  const foot = <Link href="/sign-in">{t("forgot.back")}</Link>;
  if (sentTo !== null) {
    return (
      <div role="status">
        <AuthCard
          title={t("forgot.sentTitle")}
          description={t("forgot.sent", { email: sentTo })}
          foot={foot}
        />
      </div>
    );
  }
  return (
    <AuthCard title={t("forgot.title")} description={t("forgot.description")} foot={foot}>
      <form {...form} className={layout.form}>
        <FormSummary {...summary} labels={{ email: t("signIn.email") }} />
        <TextField
          name="email"
          type="email"
          label={t("signIn.email")}
          error={field("email")}
          autoComplete="username"
          autoFocus
          required
        />
        <SubmitButton pending={pending}>{t("forgot.submit")}</SubmitButton>
      </form>
    </AuthCard>
  );
}
