"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { inWords } from "@/components/form/field-words";
import { SelectField, TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import text from "@/components/layout/text.module.css";
import { notify } from "@/components/overlay/notify";
import { updateWorkspaceAction } from "../actions";
import type { Workspace } from "../schema";

type Props = {
  workspace: Workspace;
  timeZones: readonly string[];
  currencies: readonly { value: string; label: string }[];
  /** Without it the values are shown and cannot be changed. */
  mayEdit: boolean;
};

export function WorkspaceForm({ workspace, timeZones, currencies, mayEdit }: Props) {
  const t = useTranslations("settings");
  const router = useRouter();
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) =>
      inWords(
        await updateWorkspaceAction(workspace.slug, {
          name: String(data.get("name")),
          timeZone: String(data.get("timeZone")),
          currency: String(data.get("currency")),
          ruleTagsSuffice: data.has("ruleTagsSuffice"),
          version: workspace.version,
        }),
        { name: t("problem.name") },
      ),
    onSuccess: () => {
      notify({ tone: "positive", message: t("workspace.saved") });
      router.refresh();
    },
    explain: useErrorText(),
  });
  return (
    <form {...form} className={layout.form}>
      <FormSummary {...summary} labels={{ name: t("workspace.name") }} />
      <TextField
        name="name"
        label={t("workspace.name")}
        error={field("name")}
        defaultValue={workspace.name}
        maxLength={80}
        disabled={!mayEdit}
        required
      />
      <SelectField
        name="timeZone"
        label={t("workspace.timeZone")}
        hint={t("workspace.timeZoneHint")}
        error={field("timeZone")}
        defaultValue={workspace.timeZone}
        disabled={!mayEdit}
      >
        {timeZones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="currency"
        label={t("workspace.currency")}
        hint={t("workspace.currencyHint")}
        error={field("currency")}
        defaultValue={workspace.currency}
        disabled={!mayEdit}
      >
        {currencies.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <div className={layout.checks}>
        <label>
          <input
            key={String(workspace.ruleTagsSuffice)}
            type="checkbox"
            name="ruleTagsSuffice"
            defaultChecked={workspace.ruleTagsSuffice}
            disabled={!mayEdit}
            aria-describedby="rule-tags-hint"
          />
          {t("workspace.ruleTagsSuffice")}
        </label>
        <p id="rule-tags-hint" className={text.muted}>
          {t("workspace.ruleTagsSufficeHint")}
        </p>
      </div>
      {mayEdit ? (
        <SubmitButton pending={pending}>{t("workspace.save")}</SubmitButton>
      ) : (
        <p className={text.muted}>{t("workspace.readOnly")}</p>
      )}
    </form>
  );
}
