"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId, useRef, useState } from "react";
import styles from "./form.module.css";
import { useSavedMeanwhile } from "./use-saved-meanwhile";

type Frame = {
  /** The form's field name, and the path its error comes under. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** What the record says by now, when that is neither what the form was opened with nor what it says. */
  savedMeanwhile?: string | null;
};

type Wiring = {
  id: string;
  name: string;
  className: string | undefined;
  required: boolean | undefined;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
};

/** Label, hint and error around any control; `children` gets what ties them together. An error goes once the control is changed. */
export function FormField({
  name,
  label,
  hint,
  error,
  required,
  savedMeanwhile,
  children,
}: Frame & { children: (wiring: Wiring) => ReactNode }) {
  const t = useTranslations("common.form");
  const id = useId();
  const [answered, setAnswered] = useState<string>();
  // The next answer of the server counts again, also where it says the same.
  if (error === undefined && answered !== undefined) setAnswered(undefined);
  const problem = error === answered ? undefined : error;
  const described = [hint && `${id}-hint`, savedMeanwhile && `${id}-now`, problem && `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={styles.field} onInput={() => setAnswered(error)}>
      <label htmlFor={id} className={styles.label}>
        {label} {required && <span className={styles.required}>{t("required")}</span>}
      </label>
      {children({
        id,
        name,
        className: styles.input,
        required,
        "aria-invalid": Boolean(problem),
        "aria-describedby": described || undefined,
      })}
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {savedMeanwhile && (
        <span id={`${id}-now`} className={styles.now}>
          {t("savedMeanwhile", { value: savedMeanwhile })}
        </span>
      )}
      {problem && (
        <span id={`${id}-error`} className={styles.error}>
          {problem}
        </span>
      )}
    </div>
  );
}

type Own<Tag extends "input" | "select" | "textarea"> = Frame &
  Omit<ComponentProps<Tag>, keyof Frame | keyof Wiring>;

export function TextField({ name, label, hint, error, required, ...rest }: Own<"input">) {
  const control = useRef<HTMLInputElement>(null);
  const savedMeanwhile = useSavedMeanwhile(control, rest.defaultValue);
  return (
    <FormField {...{ name, label, hint, error, required, savedMeanwhile }}>
      {(wiring) => <input type="text" ref={control} {...rest} {...wiring} />}
    </FormField>
  );
}

export function TextAreaField({ name, label, hint, error, required, ...rest }: Own<"textarea">) {
  const control = useRef<HTMLTextAreaElement>(null);
  const savedMeanwhile = useSavedMeanwhile(control, rest.defaultValue);
  return (
    <FormField {...{ name, label, hint, error, required, savedMeanwhile }}>
      {(wiring) => <textarea ref={control} {...rest} {...wiring} />}
    </FormField>
  );
}

/** A native select; write the options as children. */
export function SelectField({ name, label, hint, error, required, children, ...rest }: Own<"select">) {
  const control = useRef<HTMLSelectElement>(null);
  const savedMeanwhile = useSavedMeanwhile(control, rest.defaultValue);
  return (
    <FormField {...{ name, label, hint, error, required, savedMeanwhile }}>
      {(wiring) => (
        <select ref={control} {...rest} {...wiring}>
          {children}
        </select>
      )}
    </FormField>
  );
}
