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
import { createTokenAction } from "../actions";

/** Makes a token and shows its secret once. */
export function TokenForm({ workspace, choices }: { workspace: string; choices: readonly Role[] }) {
  const t = useTranslations("settings");
  const router = useRouter();
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) => {
      const role = choices.find((choice) => choice === data.get("role")) ?? "viewer";
      return inWords(await createTokenAction(workspace, { name: String(data.get("name")), role }), {
        name: t("problem.name"),
      });
    },
    onSuccess: (token) => {
      setMade(token);
      router.refresh();
    },
    resetOnSuccess: true,
    explain: useErrorText(),
  });
  return (
    <div className={layout.form}>
      <form {...form} className={layout.form}>
        <FormSummary {...summary} labels={{ name: t("tokens.name") }} />
        <TextField
          name="name"
          label={t("tokens.name")}
          hint={t("tokens.nameHint")}
          error={field("name")}
          maxLength={80}
          autoComplete="off"
          required
        />
        <SelectField name="role" label={t("tokens.role")} defaultValue="viewer">
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`roles.${choice}`)} · {t(`roleMeanings.${choice}`)}
            </option>
          ))}
        </SelectField>
        <SubmitButton pending={pending}>{t("tokens.submit")}</SubmitButton>
      </form>
      {made && (
        <ShownOnce
          sentence={t("tokens.made", { name: made.name })}
          label={t("tokens.secret")}
          value={made.secret}
          copy={t("invitations.copy")}
          copied={t("invitations.copied")}
        />
      )}
    </div>
  );
}
