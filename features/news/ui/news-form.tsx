"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/form/button";
import { SelectField, TextAreaField, TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionError, type ActionResult, useActionForm } from "@/components/form/use-action-form";
import { notify } from "@/components/overlay/notify";
import { instantOfLocal, localOfInstant } from "@/lib/calendar/zones";
import { createNewsAction, updateNewsAction } from "../actions";
import { newsKinds } from "../domain/kinds";
import type { NewsItem } from "../schema";
import { languageName } from "./parts/words";

export type NewsFormValues = {
  title: string;
  url: string;
  /** ISO 8601, or empty. */
  publishedAt: string;
  kind: NewsItem["kind"];
  language: string;
  author: string;
  text: string;
};

type Props = {
  slug: string;
  timeZone: string;
  values: NewsFormValues;
  /** Present when an item is edited. */
  item?: { id: string; version: number };
  /** Offered as tags of a new item, named in the reader's language. */
  theses: readonly { slug: string; name: string }[];
};

const languages = ["en", "zh", "ja", "ko", "de", "fr", "es"];
const problemFields = ["title", "url", "publishedAt", "kind", "language", "author", "text"] as const;

/** Adds a news item by hand, or corrects one. Times are those of the workspace's clocks. */
export function NewsForm({ slug, timeZone, values, item, theses }: Props) {
  const t = useTranslations("news");
  const common = useTranslations("common.actions");
  const locale = useLocale();
  const router = useRouter();

  const inWords = (error: ActionError): ActionError => {
    const fields = Object.keys(error.fields ?? {}).map((path) => {
      const known = problemFields.find((field) => field === path.split(".")[0]);
      if (known === "url" && error.key === "newsAddressTaken")
        return [known, t("form.taken", { title: String(error.values?.title ?? "") })];
      return known ? [known, t(`form.problems.${known}`)] : [path, error.fields?.[path] ?? ""];
    });
    return fields.length > 0 ? { ...error, fields: Object.fromEntries(fields) } : error;
  };
  const submit = async (form: FormData): Promise<ActionResult<{ id: string }>> => {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const publishedAt = instantOfLocal(text("publishedAt"), timeZone) ?? "";
    const input = {
      title: text("title"),
      url: text("url"),
      publishedAt,
      kind: newsKinds.find((kind) => kind === text("kind")) ?? "article",
      ...(text("language") ? { language: text("language") } : {}),
      author: text("author"),
      text: text("text"),
    };
    const result = item
      ? await updateNewsAction(slug, { ...input, ...item })
      : await createNewsAction(slug, {
          ...input,
          tags: form.getAll("tags").map((thesis) => ({ thesis: String(thesis) })),
        });
    return result.ok ? result : { ok: false, error: inWords(result.error) };
  };
  const { form, field, summary, pending, error } = useActionForm<{ id: string }>({
    submit,
    explain: (failed) =>
      failed.key === "stale"
        ? t("form.stale")
        : failed.key === "newsAddressTaken"
          ? t("form.taken", { title: String(failed.values?.title ?? "") })
          : undefined,
    onSuccess: ({ id }) => {
      notify({ tone: "positive", message: t(item ? "form.saved" : "form.created") });
      router.push(`/w/${slug}/news/${id}`);
      router.refresh();
    },
  });
  const taken = error?.key === "newsAddressTaken" ? String(error.values?.id ?? "") : null;

  return (
    <form {...form} className={layout.form}>
      <FormSummary
        {...summary}
        labels={Object.fromEntries(problemFields.map((name) => [name, t(`fields.${name}`)]))}
      />
      {taken && <LinkButton href={`/w/${slug}/news/${taken}`}>{t("form.openExisting")}</LinkButton>}
      <TextField
        name="title"
        label={t("fields.title")}
        error={field("title")}
        defaultValue={values.title}
        maxLength={1000}
        required
      />
      <TextField
        name="url"
        type="url"
        label={t("fields.url")}
        error={field("url")}
        defaultValue={values.url}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="https://"
      />
      <div className={layout.pair}>
        <TextField
          name="publishedAt"
          type="datetime-local"
          label={t("fields.publishedAt")}
          hint={t("form.zoneHint", { zone: timeZone })}
          error={field("publishedAt")}
          defaultValue={values.publishedAt && localOfInstant(values.publishedAt, timeZone)}
          required
        />
        <SelectField name="kind" label={t("fields.kind")} error={field("kind")} defaultValue={values.kind}>
          {newsKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={layout.pair}>
        <SelectField
          name="language"
          label={t("fields.language")}
          error={field("language")}
          defaultValue={values.language}
        >
          <option value="">{t("form.anyLanguage")}</option>
          {[...new Set([...languages, ...(values.language ? [values.language] : [])])].map((code) => (
            <option key={code} value={code}>
              {languageName(code, locale)}
            </option>
          ))}
        </SelectField>
        <TextField
          name="author"
          label={t("fields.author")}
          error={field("author")}
          defaultValue={values.author}
          maxLength={300}
        />
      </div>
      <TextAreaField
        name="text"
        label={t("fields.text")}
        hint={t("form.textHint")}
        error={field("text")}
        defaultValue={values.text}
        rows={8}
      />
      {!item && theses.length > 0 && (
        <fieldset className={layout.checks}>
          <legend>{t("form.theses")}</legend>
          {theses.map((thesis) => (
            <label key={thesis.slug}>
              <input type="checkbox" name="tags" value={thesis.slug} />
              {thesis.name}
            </label>
          ))}
        </fieldset>
      )}
      <div className={layout.buttons}>
        <SubmitButton pending={pending}>{item ? common("save") : t("form.create")}</SubmitButton>
        <LinkButton href={`/w/${slug}/news${item ? `/${item.id}` : ""}`}>{common("cancel")}</LinkButton>
      </div>
    </form>
  );
}
