"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { inWords } from "@/components/form/field-words";
import { SelectField, TextField } from "@/components/form/form-field";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { drawRoundAction } from "../actions";
import { maxItems, minUnits } from "../domain/limits";
import styles from "./agreement.module.css";

type Props = {
  slug: string;
  readers: readonly { id: string; name: string }[];
  theses: readonly { id: string; name: string }[];
};

/** Draws a sample for someone else to read. */
export function DrawForm({ slug, readers, theses }: Props) {
  const t = useTranslations("agreement.draw");
  const router = useRouter();
  const { form, field, pending, summary } = useActionForm({
    submit: async (data) => {
      const given = (name: string) => String(data.get(name) ?? "") || undefined;
      const result = await drawRoundAction(slug, {
        reader: given("reader") ?? "",
        size: given("size") ?? "",
        thesis: given("thesis"),
        from: given("from"),
        to: given("to"),
      });
      // What the sentence above the form says of the reader needs no second one at the field.
      const known = !result.ok && result.error.key?.startsWith("agreement");
      return known
        ? result
        : inWords(result, {
            reader: t("problems.reader"),
            size: t("problems.size", { most: maxItems }),
            to: t("problems.to"),
          });
    },
    onSuccess: ({ items, reader }) => {
      notify({ tone: "positive", message: t("drawn", { items, reader: reader.name }) });
      router.refresh();
    },
    resetOnSuccess: true,
    explain: useErrorText(),
  });
  return (
    <form {...form} className={styles.form}>
      <div className={styles.whole}>
        <FormSummary {...summary} labels={{ reader: t("reader"), size: t("size"), to: t("to") }} />
      </div>
      <SelectField name="reader" label={t("reader")} error={field("reader")} required defaultValue="">
        <option value="">{t("choose")}</option>
        {readers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="size"
        type="number"
        label={t("size")}
        hint={t("sizeHint", { fewest: minUnits, most: maxItems })}
        error={field("size")}
        min={1}
        max={maxItems}
        defaultValue={50}
        required
      />
      <SelectField name="thesis" label={t("thesis")} error={field("thesis")} defaultValue="">
        <option value="">{t("anyThesis")}</option>
        {theses.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField name="from" type="date" label={t("from")} error={field("from")} />
      <TextField name="to" type="date" label={t("to")} error={field("to")} />
      <div className={styles.whole}>
        <SubmitButton pending={pending}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
