"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { signInAction } from "../actions";
import styles from "./accounts.module.css";

export function SignInForm({ next, email }: { next?: string | undefined; email?: string | undefined }) {
  const t = useTranslations("auth.signIn");
  const { form, field, pending, summary } = useActionForm({
    submit: (data) =>
      signInAction({
        email: String(data.get("email")),
        password: String(data.get("password")),
        ...(next ? { next } : {}),
      }),
    explain: useErrorText(),
  });
  return (
    <form {...form} className={layout.form}>
      <div ref={summary.ref} role="alert" tabIndex={-1} className={summary.error ? styles.bad : undefined}>
        {summary.sentence}
      </div>
      <TextField
        name="email"
        type="email"
        label={t("email")}
        error={field("email")}
        autoComplete="username"
        defaultValue={email}
        autoFocus={!email}
        required
      />
      <TextField
        name="password"
        type="password"
        label={t("password")}
        error={field("password")}
        autoComplete="current-password"
        autoFocus={Boolean(email)}
        required
      />
      <SubmitButton pending={pending}>{t("submit")}</SubmitButton>
    </form>
  );
}
