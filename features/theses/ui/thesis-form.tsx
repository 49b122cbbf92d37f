"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/form/button";
import { SelectField, TextAreaField, TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionError, useActionForm } from "@/components/form/use-action-form";
import list from "@/components/layout/list.module.css";
import text from "@/components/layout/text.module.css";
import { notify } from "@/components/overlay/notify";
import { localizedText } from "@/components/text/localized-text";
import { createThesisAction, updateThesisAction } from "../actions";
import { ownTexts } from "../domain/wording";
import type { ThesisDetail } from "../schema";
import { ColorField } from "./color-field";

type Props = {
  slug: string;
  /** Present when an existing thesis is edited. */
  thesis?: Pick<
    ThesisDetail,
    "id" | "slug" | "name" | "statement" | "keywords" | "horizon" | "parent" | "color" | "owner" | "version"
  >;
  facets: { slug: string; name: { en: string; zh: string } }[];
  /** What it may be a part of. */
  theses: { slug: string; name: { en: string; zh: string } }[];
  /** Whoever may own a thesis. */
  owners: { id: string; name: string }[];
};

const fields = [
  "name",
  "statement",
  "keywords",
  "horizon",
  "color",
  "ownerId",
  "parent",
  "validFrom",
  "note",
  "facet",
] as const;
const nothing = { en: "", zh: "" };

/** Writes a thesis down or rewords it, both languages side by side. */
export function ThesisForm({ slug, thesis, facets, theses, owners }: Props) {
  const t = useTranslations("theses.form");
  const locale = useLocale();
  const router = useRouter();

  const { form, field, summary, pending } = useActionForm({
    submit: async (data) => {
      const input = readForm(data);
      const result = thesis
        ? await updateThesisAction(slug, { ...input, id: thesis.id, version: thesis.version })
        : await createThesisAction(slug, { ...input, facet: String(data.get("facet")) });
      return result.ok ? result : { ok: false, error: inWords(result.error) };
    },
    explain: (failed) => (failed.key === "stale" ? t("stale") : undefined),
    onSuccess: (saved) => {
      notify({ tone: "positive", message: t(thesis ? "saved" : "created") });
      router.push(`/w/${slug}/theses/${saved.slug}`);
      router.refresh();
    },
  });

  /** The server names fields by path ("name.en"); the words for them are the form's. */
  const inWords = (failed: ActionError): ActionError => {
    const known = Object.keys(failed.fields ?? {}).flatMap((path) => {
      const name = fields.find((one) => one === path.split(".")[0]);
      return name ? [[name, t(`problems.${name}`)] as const] : [];
    });
    return known.length > 0 ? { ...failed, fields: Object.fromEntries(known) } : failed;
  };

  const name = ownTexts(thesis?.name ?? nothing);
  const statement = ownTexts(thesis?.statement ?? nothing);
  return (
    <form {...form} className={layout.form}>
      <FormSummary {...summary} labels={Object.fromEntries(fields.map((one) => [one, t(`fields.${one}`)]))} />
      <p className={text.muted}>{t("oneLanguage")}</p>
      <div className={layout.pair}>
        <TextField
          name="nameEn"
          label={t("nameEn")}
          defaultValue={name.en}
          error={field("name")}
          lang="en"
          maxLength={120}
        />
        <TextField name="nameZh" label={t("nameZh")} defaultValue={name.zh} lang="zh-CN" maxLength={120} />
        <TextAreaField
          name="statementEn"
          label={t("statementEn")}
          defaultValue={statement.en}
          error={field("statement")}
          lang="en"
          rows={6}
          maxLength={4000}
        />
        <TextAreaField
          name="statementZh"
          label={t("statementZh")}
          defaultValue={statement.zh}
          lang="zh-CN"
          rows={6}
          maxLength={4000}
        />
      </div>
      <TextAreaField
        name="keywords"
        label={t("fields.keywords")}
        hint={t("keywordsHint")}
        defaultValue={thesis?.keywords.join(", ")}
        error={field("keywords")}
        rows={3}
      />
      <div className={layout.pair}>
        <TextField
          name="validFrom"
          type="date"
          label={t("fields.validFrom")}
          hint={t("validFromHint")}
          error={field("validFrom")}
        />
        <TextField
          name="note"
          label={t("fields.note")}
          hint={t("noteHint")}
          error={field("note")}
          maxLength={2000}
        />
      </div>
      <div className={layout.pair}>
        {!thesis && (
          <SelectField name="facet" label={t("fields.facet")} error={field("facet")}>
            {facets.map((facet) => (
              <option key={facet.slug} value={facet.slug}>
                {localizedText(facet.name, locale)}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          name="horizon"
          label={t("fields.horizon")}
          hint={t("horizonHint")}
          defaultValue={thesis?.horizon ?? ""}
          error={field("horizon")}
          maxLength={120}
        />
        <SelectField
          name="parent"
          label={t("fields.parent")}
          hint={t("parentHint")}
          error={field("parent")}
          defaultValue={thesis?.parent ?? ""}
        >
          <option value="">{t("noParent")}</option>
          {theses.map((one) => (
            <option key={one.slug} value={one.slug}>
              {localizedText(one.name, locale)}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="ownerId"
          label={t("fields.ownerId")}
          error={field("ownerId")}
          defaultValue={thesis?.owner?.id ?? ""}
        >
          <option value="">{t("nobody")}</option>
          {owners.map((owner) => (
            <option key={owner.id} value={owner.id}>
              {owner.name}
            </option>
          ))}
        </SelectField>
      </div>
      {/* What a choice among buttons shows cannot be merged: the saved colour is taken over. */}
      <ColorField key={thesis?.color} value={thesis?.color ?? null} />
      <div className={list.line}>
        <SubmitButton pending={pending}>{t(thesis ? "save" : "create")}</SubmitButton>
        <LinkButton href={`/w/${slug}/theses${thesis ? `/${thesis.slug}` : ""}`}>{t("cancel")}</LinkButton>
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
    keywords: text("keywords")
      .split(/[,，、;；\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
    horizon: text("horizon"),
    parent: text("parent") || null,
    ownerId: text("ownerId") || null,
    note: text("note"),
    ...(color === "" ? {} : { color: Number(color) }),
    ...(validFrom === "" ? {} : { validFrom }),
  };
}
