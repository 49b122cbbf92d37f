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
import { notify } from "@/components/overlay/notify";
import { type AppLocale, isLocale } from "@/i18n/locales";
import { updateProfileAction } from "../actions";

type Props = { name: string; email: string; locale: AppLocale | null };

export function ProfileForm({ name, email, locale }: Props) {
  const t = useTranslations("settings");
  const router = useRouter();
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) => {
      const chosen = data.get("locale");
      const profile = { name: String(data.get("name")), locale: isLocale(chosen) ? chosen : null };
      return inWords(await updateProfileAction(profile), { name: t("problem.name") });
    },
    onSuccess: () => {
      notify({ tone: "positive", message: t("account.saved") });
      router.refresh();
    },
    explain: useErrorText(),
  });
  return (
    <form {...form} className={layout.form}>
      <FormSummary {...summary} labels={{ name: t("account.name") }} />
      <TextField
        name="name"
        label={t("account.name")}
        error={field("name")}
        defaultValue={name}
        maxLength={80}
        autoComplete="name"
        required
      />
      <TextField name="email" type="email" label={t("account.email")} defaultValue={email} disabled />
      <SelectField name="locale" label={t("account.language")} defaultValue={locale ?? ""}>
        <option value="">{t("account.languageAuto")}</option>
        <option value="en" lang="en">
          English
        </option>
        <option value="zh-CN" lang="zh-CN">
          简体中文
        </option>
      </SelectField>
      <SubmitButton pending={pending}>{t("account.save")}</SubmitButton>
    </form>
  );
}
