"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { LinkButton } from "@/components/form/button";
import { SelectField, TextAreaField, TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { notify } from "@/components/overlay/notify";
import { localizedText } from "@/components/text/localized-text";
import { CompanyPicker } from "@/features/companies/ui/parts/company-picker";
import { ThesisChecks } from "@/features/tags/ui/parts/thesis-checks";
import { createDealAction, updateDealAction } from "../actions";
import { needsReason } from "../domain";
import type { Deal, Pipeline } from "../schema";
import { dealFields, readDealForm } from "./deal-form-fields";
import { useDealErrors } from "./use-deal-errors";

type Props = {
  slug: string;
  /** Present when an existing deal is edited; its stage changes by moving. */
  deal?: Deal;
  company: Deal["company"] | null;
  /** What a new deal starts with: slugs of theses, and the owner. */
  start?: { theses: string[]; ownerId: string | null };
  /** Where a new deal starts. */
  stage?: string | undefined;
  pipeline: Pipeline;
  owners: { id: string; name: string }[];
  theses: { slug: string; name: { en: string; zh: string } }[];
  /** Those offered, the workspace's own first. */
  currencies: { value: string; label: string }[];
  today: string;
  canFlag: boolean;
};

/** Logs a deal or edits one. */
export function DealForm(props: Props) {
  const { slug, deal, start, pipeline, owners, theses, currencies, today, canFlag } = props;
  const t = useTranslations("deals");
  const common = useTranslations("common.actions");
  const locale = useLocale();
  const router = useRouter();
  const [company, setCompany] = useState(props.company);
  const [stage, setStage] = useState(props.stage ?? pipeline.stages[0]?.slug ?? "");
  const passing = !deal && pipeline.stages.some((one) => one.slug === stage && needsReason(one.kind));
  const currency = deal?.amount?.currency ?? deal?.valuation?.currency ?? currencies[0]?.value;

  const { form, field, summary, pending } = useActionForm<Deal>({
    explain: useDealErrors(),
    submit: async (data) => {
      const facts = readDealForm(data, canFlag);
      const result = deal
        ? await updateDealAction(slug, { ...facts, id: deal.id, version: deal.version })
        : await createDealAction(slug, {
            ...facts,
            stage: String(data.get("stage")),
            pipeline: pipeline.id,
            reason: String(data.get("reason") ?? ""),
            theses: data.getAll("theses").map(String),
          });
      return result.ok
        ? result
        : { ok: false, error: { ...result.error, fields: inWords(result.error.fields) } };
    },
    onSuccess: (saved) => {
      notify({ tone: "positive", message: t(deal ? "form.saved" : "form.created") });
      router.push(`/w/${slug}/deals/${saved.id}`);
      router.refresh();
    },
  });

  /** The server names the fields ("valuation.currency"); the words for them are the form's own. */
  function inWords(fields: Record<string, string> = {}): Record<string, string> {
    const said = Object.entries(fields).map(([path, problem]) => {
      const name = path.endsWith(".currency") ? "currency" : path.split(".")[0];
      const known = dealFields.find((one) => one === name);
      return known ? [known, t(`form.problems.${known}`)] : [path, problem];
    });
    return Object.fromEntries(said);
  }

  const label = (name: (typeof dealFields)[number]) =>
    name === "companyId" ? t("fields.company") : name === "ownerId" ? t("fields.owner") : t(`fields.${name}`);

  return (
    <form {...form} className={layout.form}>
      <FormSummary {...summary} labels={Object.fromEntries(dealFields.map((name) => [name, label(name)]))} />
      <input type="hidden" name="companyId" value={company?.id ?? ""} />
      <CompanyPicker
        workspace={slug}
        label={label("companyId")}
        hint={t("form.companyHint")}
        value={company}
        onPick={setCompany}
        error={field("companyId")}
        required
      />
      <div className={layout.pair}>
        {!deal && (
          <SelectField
            name="stage"
            label={label("stage")}
            error={field("stage")}
            value={stage}
            onChange={(event) => setStage(event.target.value)}
          >
            {pipeline.stages.map((one) => (
              <option key={one.id} value={one.slug}>
                {localizedText(one.name, locale)}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          name="round"
          label={label("round")}
          error={field("round")}
          defaultValue={deal?.round ?? ""}
          maxLength={80}
        />
      </div>
      {(passing || deal?.stageKind === "lost") && (
        <TextAreaField
          name="reason"
          label={label("reason")}
          error={field("reason")}
          defaultValue={deal?.passReason ?? ""}
          maxLength={2000}
          required
        />
      )}
      {(passing || deal?.stageKind === "lost" || deal?.revisitIf) && (
        <TextField
          name="revisitIf"
          label={label("revisitIf")}
          error={field("revisitIf")}
          defaultValue={deal?.revisitIf ?? ""}
        />
      )}
      <div className={layout.three}>
        <TextField
          name="amount"
          label={label("amount")}
          hint={t("form.amountHint")}
          error={field("amount")}
          defaultValue={deal?.amount?.value ?? ""}
        />
        <TextField
          name="valuation"
          label={label("valuation")}
          error={field("valuation")}
          defaultValue={deal?.valuation?.value ?? ""}
        />
        <SelectField
          name="currency"
          label={label("currency")}
          hint={t("form.currencyHint")}
          error={field("currency")}
          defaultValue={currency}
        >
          {currencies.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={layout.pair}>
        <SelectField
          name="ownerId"
          label={label("ownerId")}
          error={field("ownerId")}
          defaultValue={(deal ?? start)?.ownerId ?? ""}
        >
          <option value="">{t("form.nobody")}</option>
          {ownersOf(owners, deal).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          name="openedOn"
          type="date"
          label={label("openedOn")}
          error={field("openedOn")}
          defaultValue={deal?.openedOn ?? today}
        />
      </div>
      <TextField name="lead" label={label("lead")} error={field("lead")} defaultValue={deal?.lead ?? ""} />
      <TextField
        name="coInvestors"
        label={label("coInvestors")}
        hint={t("form.coInvestorsHint")}
        error={field("coInvestors")}
        defaultValue={deal?.coInvestors.join(", ") ?? ""}
      />
      <TextField
        name="source"
        label={label("source")}
        error={field("source")}
        defaultValue={deal?.source ?? ""}
      />
      <TextAreaField
        name="nextStep"
        label={label("nextStep")}
        error={field("nextStep")}
        defaultValue={deal?.nextStep ?? ""}
      />
      {!deal && (
        <ThesisChecks name="theses" legend={label("theses")} theses={theses} chosen={start?.theses} />
      )}
      {canFlag && (
        <div className={layout.checks}>
          <label>
            <input
              key={String(deal?.confidential)}
              type="checkbox"
              name="confidential"
              defaultChecked={deal?.confidential ?? false}
            />
            {t("form.confidential")}
          </label>
        </div>
      )}
      <div className={layout.buttons}>
        <SubmitButton pending={pending}>{deal ? common("save") : t("form.create")}</SubmitButton>
        <LinkButton href={`/w/${slug}/deals${deal ? `/${deal.id}` : ""}`}>{common("cancel")}</LinkButton>
      </div>
    </form>
  );
}

/** The members, and the owner the deal has even when they left. */
function ownersOf(owners: Props["owners"], deal: Deal | undefined): Props["owners"] {
  const own = deal?.owner;
  return own && !owners.some(({ id }) => id === own.id) ? [...owners, own] : owners;
}
