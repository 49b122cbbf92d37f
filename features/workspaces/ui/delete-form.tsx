"use client";

import { useTranslations } from "next-intl";
import { inWords } from "@/components/form/field-words";
import { TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { deleteWorkspaceAction } from "../actions";

type Props = { workspace: { slug: string; name: string; demo: boolean } };

/** Typing the name is the question; the button after it is the answer. */
export function DeleteForm({ workspace }: Props) {
  const t = useTranslations("settings.danger");
  const label = t("confirm", { name: workspace.name });
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) =>
      inWords(await deleteWorkspaceAction(workspace.slug, { confirm: String(data.get("confirm")) }), {
        confirm: t("mismatch"),
      }),
    // A full load: nothing of the workspace may stay in the browser's memory of it.
    onSuccess: () => window.location.assign("/"),
    explain: useErrorText(),
  });
  return (
    <form {...form} className={layout.form}>
      <FormSummary {...summary} labels={{ confirm: label }} />
      <TextField name="confirm" label={label} error={field("confirm")} autoComplete="off" required />
      <SubmitButton look="danger" pending={pending}>
        {workspace.demo ? t("submitDemo") : t("submit")}
      </SubmitButton>
    </form>
  );
}
