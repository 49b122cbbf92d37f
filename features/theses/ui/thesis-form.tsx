"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/button";
import { SelectField, TextAreaField, TextField } from "@/components/form-field";
import { FormSummary } from "@/components/form-summary";
import { localizedText } from "@/components/localized-text";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { type ActionError, useActionForm } from "@/components/use-action-form";
import { createThesisAction, updateThesisAction } from "../actions";
import type { ThesisDetail } from "../schema";
import styles from "./theses.module.css";

type Props = {
  slug: string;
  /** Present when an existing thesis is reworded. */
  thesis?: Pick<ThesisDetail, "id" | "slug" | "name" | "statement" | "keywords" | "horizon" | "color" | "version">;
  facets: { slug: string; name: { en: string; zh: string } }[];
};

const problems = ["name", "statement", "keywords", "horizon", "color", "validFrom", "note", "facet"] as const;
const colors = [0, 1, 2, 3, 4, 5, 6, 7];

/** Writes a thesis down or rewords it, both languages side by side. */
export function ThesisForm({ slug, thesis, facets }: Props) {
  const t = useTranslations("theses.form");
  const locale = useLocale();
  const router = useRouter();

  const { form, field, summary, pending } = useActionForm({
    submit: async (data) => {
      const input = readForm(data);
      const result = thesis
        ? await updateThesisAction(slug, { ...input, id: thesis.id, version: thesis.version })
        : await createThesisAction(slug, { ...input, facet: String(data.get("facet") ?? "focus") });
      return result.ok ? result : { ok: false, error: inWords(result.error) };
    },
    explain: (error) => (error.key === "stale" ? t("stale") : undefined),
    onSuccess: (saved) => {
      notify({ tone: "positive", message: t(thesis ? "saved" : "created") });
      router.push(`/w/${slug}/theses/${saved.slug}`);
      router.refresh();
    },
  });

  /** The server names fields by path ("name.en"); the words for them are the form's. */
  const inWords = (error: ActionError): ActionError => {
    const fields = Object.keys(error.fields ?? {}).flatMap((path) => {
      const known = problems.find((one) => one === path.split(".")[0]);
      return known ? [[known, t(`problems.${known}`)] as const] : [];
    });
    return fields.length > 0 ? { ...error, fields: Object.fromEntries(fields) } : error;
  };

  return (
    <form {...form} className={styles.form}>
      <FormSummary {...summary} labels={{ name: t("nameEn"), statement: t("statementEn"), keywords: t("keywords") }} />
      <p className={styles.muted}>{t("oneLanguage")}</p>
      <div className={styles.pair}>
        <TextField name="nameEn" label={t("nameEn")} defaultValue={thesis?.name.en} error={field("name")} lang="en" maxLength={120} />
        <TextField name="nameZh" label={t("nameZh")} defaultValue={thesis?.name.zh} lang="zh-CN" maxLength={120} />
        <TextAreaField name="statementEn" label={t("statementEn")} defaultValue={thesis?.statement.en} error={field("statement")} lang="en" rows={6} />
        <TextAreaField name="statementZh" label={t("statementZh")} defaultValue={thesis?.statement.zh} lang="zh-CN" rows={6} />
      </div>
      <TextAreaField name="keywords" label={t("keywords")} hint={t("keywordsHint")} defaultValue={thesis?.keywords.join(", ")} error={field("keywords")} rows={2} />
      <div className={styles.pair}>
        {!thesis && (
          <SelectField name="facet" label={t("facet")} error={field("facet")}>
            {facets.map((facet) => (
              <option key={facet.slug} value={facet.slug}>
                {localizedText(facet.name, locale)}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField name="color" label={t("color")} defaultValue={thesis?.color ?? ""} error={field("color")}>
          {!thesis && <option value="">{t("colorAuto")}</option>}
          {colors.map((color) => (
            <option key={color} value={color}>
              {t("colorNumber", { number: color + 1 })}
            </option>
          ))}
        </SelectField>
        <TextField name="horizon" label={t("horizon")} hint={t("horizonHint")} defaultValue={thesis?.horizon ?? ""} error={field("horizon")} />
        <TextField name="validFrom" type="date" label={t("validFrom")} hint={t("validFromHint")} error={field("validFrom")} />
      </div>
      <TextField name="note" label={t("note")} hint={t("noteHint")} error={field("note")} />
      <div className={styles.actions}>
        <SubmitButton pending={pending}>{t(thesis ? "save" : "create")}</SubmitButton>
        <LinkButton href={thesis ? `/w/${slug}/theses/${thesis.slug}` : `/w/${slug}/theses`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}

function readForm(data: FormData) {
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const color = text("color");
  const validFrom = text("validFrom");
  return {
    name: { en: text("nameEn"), zh: text("nameZh") },
    statement: { en: text("statementEn"), zh: text("statementZh") },
    keywords: text("keywords").split(/[,，、\n]/).map((one) => one.trim()).filter(Boolean),
    horizon: text("horizon"),
    note: text("note"),
    ...(color === "" ? {} : { color: Number(color) }),
    ...(validFrom === "" ? {} : { validFrom }),
  };
}
