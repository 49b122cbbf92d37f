"use client";

import { useTranslations } from "next-intl";
import { inWords } from "@/components/form/field-words";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { acceptAnewAction, acceptInvitationAction } from "../actions";

/** Someone signed in with the invited address: one press. */
export function AcceptForm({ secret }: { secret: string }) {
  const t = useTranslations("auth.invitation");
  const { form, pending, summary } = useActionForm({
    submit: () => acceptInvitationAction({ secret }),
    explain: useErrorText(),
  });
  return (
    <form {...form} className={layout.form}>
      <FormSummary {...summary} />
      <SubmitButton pending={pending}>{t("accept")}</SubmitButton>
    </form>
  );
}

/** Someone new: a name and a password make the account. */
export function NewcomerForm({ secret, email }: { secret: string; email: string }) {
  const t = useTranslations("auth");
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) =>
      inWords(
        await acceptAnewAction({
          secret,
          name: String(data.get("name")),
          password: String(data.get("password")),
        }),
        { name: t("problem.name"), password: t("problem.password") },
      ),
    explain: useErrorText(),
  });
  return (
    <form {...form} className={layout.form}>
      <FormSummary {...summary} labels={{ name: t("invitation.name"), password: t("invitation.password") }} />
      {/* Password managers file the password under this. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        name="name"
        label={t("invitation.name")}
        error={field("name")}
        autoComplete="name"
        maxLength={80}
        autoFocus
        required
      />
      <TextField
        name="password"
        type="password"
        label={t("invitation.password")}
        hint={t("passwordHint")}
        error={field("password")}
        autoComplete="new-password"
        required
      />
      <SubmitButton pending={pending}>{t("invitation.create")}</SubmitButton>
    </form>
  );
}
