"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TextAreaField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { useErrorText } from "@/components/form/use-error-text";
import { notify } from "@/components/overlay/notify";
import { putSynonymsAction } from "../actions";
import type { Synonyms } from "../schema";

type Props = { slug: string; name: string; synonyms: Synonyms; canWrite: boolean };

/** The sets of one thesis, a line each. */
export function SynonymsForm({ slug, name, synonyms, canWrite }: Props) {
  const t = useTranslations("rules.synonyms");
  const router = useRouter();
  const { form, field, summary, pending } = useActionForm({
    explain: useErrorText(),
    submit: async (data) => {
      const sets = readSets(String(data.get("sets")));
      const result = await putSynonymsAction(slug, { id: synonyms.thesis, sets, version: synonyms.version });
      if (result.ok || result.error.code !== "INVALID") return result;
      return { ok: false, error: { ...result.error, fields: { sets: t("problem") } } };
    },
    onSuccess: () => {
      notify({ tone: "positive", message: t("saved") });
      router.refresh();
    },
  });
  return (
    <form {...form} className={layout.form} aria-label={name}>
      <FormSummary {...summary} labels={{ sets: t("title") }} />
      <TextAreaField
        name="sets"
        label={t("sets")}
        placeholder={t("placeholder")}
        defaultValue={synonyms.sets.map((set) => set.join(", ")).join("\n")}
        error={field("sets")}
        rows={Math.max(2, synonyms.sets.length + 1)}
        readOnly={!canWrite}
      />
      {canWrite && (
        <div className={layout.buttons}>
          <SubmitButton pending={pending}>{t("save")}</SubmitButton>
        </div>
      )}
    </form>
  );
}

function readSets(text: string): string[][] {
  return text
    .split("\n")
    .map((line) =>
      line
        .split(/[,，、;；]/)
        .map((word) => word.trim())
        .filter(Boolean),
    )
    .filter((set) => set.length > 0);
}
