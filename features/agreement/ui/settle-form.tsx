"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import control from "@/components/form/control.module.css";
import { inWords } from "@/components/form/field-words";
import { SelectField, TextAreaField } from "@/components/form/form-field";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { stances } from "@/features/tags/schema";
import { settleAction } from "../actions";
import styles from "./agreement.module.css";

const takes = ["a", "b", "other"] as const;

type Props = { slug: string; id: string; theses: readonly { id: string; name: string }[] };

/** Decides for one reading or for something else, with the reason. */
export function SettleForm({ slug, id, theses }: Props) {
  const t = useTranslations("agreement.settle");
  const router = useRouter();
  const [take, setTake] = useState<(typeof takes)[number] | "">("");
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) => {
      if (take === "")
        return { ok: false, error: { code: "INVALID", message: "", fields: { take: t("problems.take") } } };
      const reason = String(data.get("reason") ?? "");
      const tags = theses.flatMap((thesis) => {
        const stance = stances.find((one) => one === data.get(`stance-${thesis.id}`));
        return stance ? [{ thesis: thesis.id, stance }] : [];
      });
      const result = await settleAction(slug, { id, take, reason, ...(take === "other" ? { tags } : {}) });
      return inWords(result, { reason: t("problems.reason") });
    },
    onSuccess: () => {
      notify({ tone: "positive", message: t("settled") });
      router.refresh();
    },
    explain: useErrorText(),
  });
  return (
    <form {...form} className={styles.settle}>
      <FormSummary {...summary} labels={{ take: t("choice"), reason: t("reason") }} />
      <SelectField
        name="take"
        label={t("choice")}
        error={field("take")}
        value={take}
        onChange={({ target }) => setTake(takes.find((one) => one === target.value) ?? "")}
        required
      >
        <option value="">{t("choose")}</option>
        {takes.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </SelectField>
      {take === "other" && (
        <fieldset className={styles.choices}>
          <legend>{t("theses")}</legend>
          <div className={styles.picks}>
            {theses.map((thesis) => (
              <label key={thesis.id} className={styles.pick}>
                {thesis.name}
                <select name={`stance-${thesis.id}`} className={control.small} defaultValue="">
                  <option value="">{t("not")}</option>
                  {stances.map((stance) => (
                    <option key={stance} value={stance}>
                      {t(`stances.${stance}`)}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <TextAreaField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        error={field("reason")}
        maxLength={1900}
        rows={2}
        required
      />
      <div>
        <SubmitButton pending={pending}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
