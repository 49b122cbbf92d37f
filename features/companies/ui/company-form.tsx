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
import { ThesisChecks } from "@/features/tags/ui/parts/thesis-checks";
import { createCompanyAction, updateCompanyAction } from "../actions";
import { companyFields, companyStages, readName } from "../domain";
import type { Company, CreatedCompany } from "../schema";
import { useStageName } from "./parts/stage-name";

type Props = {
  slug: string;
  /** Present when an existing company is edited. */
  company?: Company;
  /** Name order of the reader's language; from the server, whose list of names the browser may not share. */
  countries: { code: string; name: string }[];
  /** Offered as tags of a new company. */
  theses: { slug: string; name: { en: string; zh: string } }[];
};

type Saved = Company & Partial<Pick<CreatedCompany, "similar">>;

const problemFields = [...companyFields, "tags"] as const;

/** Makes a company or edits one. */
export function CompanyForm({ slug, company, countries, theses }: Props) {
  const t = useTranslations("companies");
  const common = useTranslations("common.actions");
  const locale = useLocale();
  const stageName = useStageName();
  const router = useRouter();

  /** The server names the fields; the words for them are the form's own. */
  const inWords = (error: ActionError): ActionError => {
    const taken = error.key === "companyIdentityTaken" ? String(error.values?.name ?? "") : null;
    const fields = Object.keys(error.fields ?? {}).map((path) => {
      const known = problemFields.find((field) => field === path.split(".")[0]);
      if (taken !== null && (known === "domain" || known === "creditCode")) {
        return [known, t(`form.problems.${known}Taken`, { name: taken })];
      }
      return known ? [known, t(`form.problems.${known}`)] : [path, error.fields?.[path] ?? ""];
    });
    return fields.length > 0 ? { ...error, fields: Object.fromEntries(fields) } : error;
  };

  const submit = async (form: FormData): Promise<ActionResult<Saved>> => {
    const input = readForm(form);
    const result = company
      ? await updateCompanyAction(slug, { ...input, id: company.id, version: company.version })
      : await createCompanyAction(slug, {
          ...input,
          tags: form.getAll("tags").map((thesis) => ({ thesis: String(thesis) })),
        });
    return result.ok ? result : { ok: false, error: inWords(result.error) };
  };

  const { form, field, summary, pending, error } = useActionForm<Saved>({
    submit,
    explain: (failed) => (failed.key === "stale" ? t("form.stale") : undefined),
    onSuccess: (saved) => {
      notify({ tone: "positive", message: t(company ? "form.saved" : "form.created") });
      for (const other of saved.similar ?? []) {
        const name = readName(other.name, locale).main;
        const link = { label: t("form.openSimilar"), href: `/w/${slug}/companies/${other.id}` };
        notify({ tone: "neutral", message: t("form.similar", { name }), link });
      }
      router.push(`/w/${slug}/companies/${saved.id}`);
      router.refresh();
    },
  });

  const taken = error?.key === "companyIdentityTaken" ? error.values : undefined;
  const labels = Object.fromEntries(problemFields.map((name) => [name, t(`fields.${name}`)]));
  return (
    <form {...form} className={layout.form}>
      <FormSummary {...summary} labels={labels} />
      {taken && (
        <LinkButton href={`/w/${slug}/companies/${taken.id}`}>
          {t("form.openInstead", { name: String(taken.name) })}
        </LinkButton>
      )}
      <div className={layout.pair}>
        <TextField
          name="nameEn"
          label={t("fields.nameEn")}
          hint={t("form.namesHint")}
          error={field("name")}
          defaultValue={company?.name.en ?? ""}
          maxLength={200}
          lang="en"
        />
        <TextField
          name="nameZh"
          label={t("fields.nameZh")}
          defaultValue={company?.name.zh ?? ""}
          maxLength={200}
          lang="zh-CN"
        />
      </div>
      <TextField
        name="formerNames"
        label={t("fields.formerNames")}
        hint={t("form.formerNamesHint")}
        error={field("formerNames")}
        defaultValue={company?.formerNames.join(", ") ?? ""}
      />
      <TextField
        name="aliases"
        label={t("fields.aliases")}
        hint={t("form.aliasesHint")}
        error={field("aliases")}
        defaultValue={company?.aliases.join(", ") ?? ""}
      />
      <div className={layout.pair}>
        <TextField
          name="domain"
          label={t("fields.domain")}
          hint={t("form.domainHint")}
          error={field("domain")}
          defaultValue={company?.domain ?? ""}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField
          name="creditCode"
          label={t("fields.creditCode")}
          hint={t("form.creditCodeHint")}
          error={field("creditCode")}
          defaultValue={company?.creditCode ?? ""}
          autoCapitalize="characters"
          spellCheck={false}
        />
      </div>
      <div className={layout.pair}>
        <SelectField
          name="country"
          label={t("fields.country")}
          error={field("country")}
          defaultValue={company?.country ?? ""}
        >
          <option value="">{t("form.noCountry")}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          name="foundedYear"
          label={t("fields.foundedYear")}
          error={field("foundedYear")}
          defaultValue={company?.foundedYear ?? ""}
          inputMode="numeric"
        />
      </div>
      <StageField value={company?.stage ?? ""} error={field("stage")} stageName={stageName} />
      <TextAreaField
        name="description"
        label={t("fields.description")}
        error={field("description")}
        defaultValue={company?.description ?? ""}
        lang="en"
      />
      <TextAreaField
        name="descriptionZh"
        label={t("fields.descriptionZh")}
        error={field("descriptionZh")}
        defaultValue={company?.descriptionZh ?? ""}
        lang="zh-CN"
      />
      {!company && <ThesisChecks name="tags" legend={t("form.theses")} theses={theses} />}
      <div className={layout.buttons}>
        <SubmitButton pending={pending}>{company ? common("save") : t("form.create")}</SubmitButton>
        <LinkButton href={`/w/${slug}/companies${company ? `/${company.id}` : ""}`}>
          {common("cancel")}
        </LinkButton>
      </div>
    </form>
  );
}

type StageProps = { value: string; error: string | undefined; stageName: (stage: string) => string };

/** The stages the product has words for, and whatever this company has already. */
function StageField({ value, error, stageName }: StageProps) {
  const t = useTranslations("companies");
  const own = value !== "" && !companyStages.some((stage) => stage === value) ? [value] : [];
  return (
    <SelectField name="stage" label={t("fields.stage")} error={error} defaultValue={value}>
      <option value="">{t("form.noCountry")}</option>
      {[...companyStages, ...own].map((stage) => (
        <option key={stage} value={stage}>
          {stageName(stage)}
        </option>
      ))}
    </SelectField>
  );
}

function readForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const names = (field: string) =>
    text(field)
      .split(/[,，、;；\n]/)
      .map((name) => name.trim())
      .filter(Boolean);
  return {
    name: { en: text("nameEn"), zh: text("nameZh") },
    formerNames: names("formerNames"),
    aliases: names("aliases"),
    domain: text("domain"),
    creditCode: text("creditCode"),
    country: text("country"),
    foundedYear: text("foundedYear") || null,
    stage: text("stage"),
    description: text("description"),
    descriptionZh: text("descriptionZh"),
  };
}
