"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { inWords } from "@/components/form/field-words";
import { SelectField, TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { ShownOnce } from "@/components/form/shown-once";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import type { Role } from "@/server/permissions";
import { createInvitationAction } from "../actions";

/** Makes a link for someone's address and shows it once. */
export function InviteForm({ workspace, choices }: { workspace: string; choices: readonly Role[] }) {
  const t = useTranslations("settings");
  const router = useRouter();
  const [made, setMade] = useState<{ email: string; link: string } | null>(null);
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) => {
      const role = choices.find((choice) => choice === data.get("role")) ?? "viewer";
      const result = await createInvitationAction(workspace, { email: String(data.get("email")), role });
      const isMember = !result.ok && result.error.key === "alreadyMember";
      return inWords(result, { email: isMember ? t("problem.alreadyMember") : t("problem.email") });
    },
    onSuccess: (invitation) => {
      setMade(invitation);
      router.refresh();
    },
    resetOnSuccess: true,
    explain: useErrorText(),
  });
  return (
    <div className={layout.form}>
      <form {...form} className={layout.form}>
        <FormSummary {...summary} labels={{ email: t("invitations.email") }} />
        <div className={layout.line}>
          <TextField
            name="email"
            type="email"
            label={t("invitations.email")}
            error={field("email")}
            autoComplete="off"
            required
          />
          <SelectField name="role" label={t("invitations.role")} defaultValue="analyst">
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {t(`roles.${choice}`)}
              </option>
            ))}
          </SelectField>
          <SubmitButton pending={pending}>{t("invitations.create")}</SubmitButton>
        </div>
      </form>
      {made && (
        <ShownOnce
          sentence={t("invitations.madeFor", { email: made.email })}
          label={t("invitations.link")}
          value={made.link}
          copy={t("invitations.copy")}
          copied={t("invitations.copied")}
        />
      )}
    </div>
  );
}
