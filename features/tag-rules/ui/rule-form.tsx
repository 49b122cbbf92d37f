"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button, LinkButton } from "@/components/form/button";
import { SelectField, TextAreaField, TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { localizedText } from "@/components/text/localized-text";
import { stances } from "@/features/tags/schema";
import type { ThesisOption } from "@/features/tags/ui/parts/tag-swatches";
import { createRuleAction, updateRuleAction } from "../actions";
import { type Rule, ruleStatuses } from "../schema";
import { DryRunPanel } from "./dry-run-panel";
import { readRuleForm } from "./read-rule-form";
import { RuleWarnings } from "./rule-warnings";
import styles from "./rules.module.css";
import { useDryRun } from "./use-dry-run";
import { useRuleErrors } from "./use-rule-errors";

type Props = {
  slug: string;
  timeZone: string;
  theses: readonly ThesisOption[];
  rule?: Rule;
  thesis?: string | undefined;
  canWrite: boolean;
  help: ReactNode;
};

const strengths = [1, 2, 3] as const;
/** How many items a rule can be tried on. */
const sizes = [200, 1000, 5000];

/** A rule's fields, and what it would do as they stand. */
export function RuleForm({ slug, timeZone, theses, rule, thesis, canWrite, help }: Props) {
  const t = useTranslations("rules");
  const words = useTranslations("tags.editor");
  const locale = useLocale();
  const router = useRouter();
  const inWords = useRuleErrors();
  const element = useRef<HTMLFormElement>(null);

  const { form, field, summary, pending } = useActionForm<Rule>({
    explain: useErrorText(),
    submit: async (data) => {
      const values = readRuleForm(data);
      const result = rule
        ? await updateRuleAction(slug, { ...values, id: rule.id, version: rule.version })
        : await createRuleAction(slug, { ...values, thesis: String(data.get("thesis")) });
      return result.ok ? result : { ok: false, error: inWords(result.error) };
    },
    onSuccess: (saved) => {
      notify({ tone: "positive", message: t("form.saved") });
      if (rule) router.refresh();
      else router.push(`/w/${slug}/rules/${saved.id}`);
    },
  });
  const tried = useDryRun(slug, rule, () => element.current?.expression.focus());
  const tryIt = () => {
    if (!element.current) return;
    const data = new FormData(element.current);
    tried.start(
      { ...readRuleForm(data), thesis: rule?.thesis ?? String(data.get("thesis")) },
      Number(data.get("last")),
    );
  };

  return (
    <div className={styles.columns}>
      <form {...form} ref={element} className={layout.form}>
        <FormSummary {...summary} labels={{ name: t("form.name"), expression: t("form.expression") }} />
        <TextField
          name="name"
          label={t("form.name")}
          hint={t("form.nameHint")}
          defaultValue={rule?.name}
          error={field("name")}
          maxLength={120}
          required
        />
        {!rule && (
          <SelectField name="thesis" label={t("form.thesis")} defaultValue={thesis} error={field("thesis")}>
            {theses
              .filter(({ status }) => status === "active")
              .map((one) => (
                <option key={one.id} value={one.slug}>
                  {localizedText(one.name, locale)}
                </option>
              ))}
          </SelectField>
        )}
        <div className={styles.expression}>
          <TextAreaField
            name="expression"
            label={t("form.expression")}
            hint={t("form.expressionHint")}
            defaultValue={rule?.expression}
            error={field("expression") ?? tried.problem}
            rows={4}
            maxLength={4000}
            spellCheck={false}
            required
          />
        </div>
        <RuleWarnings warnings={tried.result?.warnings ?? rule?.warnings ?? []} />
        {help}
        <div className={layout.three}>
          <SelectField name="stance" label={t("form.stance")} defaultValue={rule?.stance ?? "neutral"}>
            {stances.map((stance) => (
              <option key={stance} value={stance}>
                {words(`stances.${stance}`)}
              </option>
            ))}
          </SelectField>
          <SelectField name="strength" label={t("form.strength")} defaultValue={rule?.strength ?? 1}>
            {strengths.map((strength) => (
              <option key={strength} value={strength}>
                {words(`strengths.s${strength}`)}
              </option>
            ))}
          </SelectField>
          <SelectField name="status" label={t("form.status")} defaultValue={rule?.status ?? "active"}>
            {ruleStatuses
              .filter((status) => rule !== undefined || status !== "retired")
              .map((status) => (
                <option key={status} value={status}>
                  {t(`statuses.${status}`)}
                </option>
              ))}
          </SelectField>
        </div>
        {canWrite && (
          <>
            <div className={layout.buttons}>
              <Button onClick={tryIt} disabled={tried.pending} aria-busy={tried.pending}>
                {t(tried.pending ? "form.trying" : "form.try")}
              </Button>
              <SelectField name="last" label={t("form.last")} defaultValue={1000}>
                {sizes.map((count) => (
                  <option key={count} value={count}>
                    {t("form.items", { count })}
                  </option>
                ))}
              </SelectField>
            </div>
            <div className={layout.buttons}>
              <SubmitButton pending={pending}>{t(rule ? "form.save" : "form.create")}</SubmitButton>
              <LinkButton href={`/w/${slug}/rules`}>{t("form.cancel")}</LinkButton>
            </div>
          </>
        )}
      </form>
      <div aria-live="polite">
        {tried.result && <DryRunPanel slug={slug} timeZone={timeZone} result={tried.result} />}
      </div>
    </div>
  );
}
