"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import styles from "./form.module.css";
import type { ActionError } from "./use-action-form";

type Props = {
  ref: Ref<HTMLDivElement>;
  error: ActionError | null;
  sentence: string;
  /** Field path → its label, so that the summary speaks the form's words. */
  labels?: Readonly<Record<string, string>>;
};

/** What went wrong, above the fields; takes the focus when it appears. */
export function FormSummary({ ref, error, sentence, labels = {} }: Props) {
  const t = useTranslations("common.form");
  const fields = Object.entries(error?.fields ?? {});
  return (
    <div ref={ref} role="alert" tabIndex={-1} className={error ? styles.summary : undefined}>
      {error && (
        <>
          <strong>{fields.length > 0 ? t("summary", { count: fields.length }) : t("failed")}</strong>
          {fields.length === 0 && sentence}
          {fields.length > 0 && (
            <ul>
              {fields.map(([path, problem]) => (
                <li key={path}>{t("problem", { field: labels[path] ?? path, problem })}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
