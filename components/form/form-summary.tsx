"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Button } from "./button";
import styles from "./form.module.css";
import type { ActionError } from "./use-action-form";

type Props = {
  ref: Ref<HTMLDivElement>;
  error: ActionError | null;
  sentence: string;
  /** Field path → its label, so that the summary speaks the form's words. */
  labels?: Readonly<Record<string, string>>;
};

/**
 * What went wrong, above the fields; takes the focus when it appears. When somebody else saved in the meantime it loads what
 * they saved, which the fields then show beside what was typed.
 */
export function FormSummary({ ref, error, sentence, labels = {} }: Props) {
  const t = useTranslations("common.form");
  const router = useRouter();
  const fields = Object.entries(error?.fields ?? {});
  return (
    <div ref={ref} role="alert" tabIndex={-1} className={error ? styles.summary : undefined}>
      {error && (
        <>
          <strong>{fields.length > 0 ? t("summary", { count: fields.length }) : t("failed")}</strong>
          {fields.length === 0 && sentence}
          {error.key === "stale" && (
            <div>
              <Button onClick={() => router.refresh()}>{t("loadSaved")}</Button>
            </div>
          )}
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
