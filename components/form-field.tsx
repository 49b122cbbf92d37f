"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./form.module.css";

type Frame = {
  /** The form's field name, and the path its error comes under. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
};

type Wiring = {
  id: string;
  name: string;
  className: string | undefined;
  required: boolean | undefined;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
};

/** Label, hint and error around any control; `children` gets what ties them together. */
export function FormField({
  name,
  label,
  hint,
  error,
  required,
  children,
}: Frame & { children: (wiring: Wiring) => ReactNode }) {
  const t = useTranslations("common.form");
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label} {required && <span className={styles.required}>{t("required")}</span>}
      </label>
      {children({
        id,
        name,
        className: styles.input,
        required,
        "aria-invalid": Boolean(error),
        "aria-describedby": described || undefined,
      })}
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          {error}
        </span>
      )}
    </div>
  );
}

type Own<Tag extends "input" | "select" | "textarea"> = Frame &
  Omit<ComponentProps<Tag>, keyof Frame | keyof Wiring>;

export function TextField({ name, label, hint, error, required, ...rest }: Own<"input">) {
  return (
    <FormField {...{ name, label, hint, error, required }}>
      {(wiring) => <input type="text" {...rest} {...wiring} />}
    </FormField>
  );
}

export function TextAreaField({ name, label, hint, error, required, ...rest }: Own<"textarea">) {
  return (
    <FormField {...{ name, label, hint, error, required }}>
      {(wiring) => <textarea {...rest} {...wiring} />}
    </FormField>
  );
}

/** A native select; write the options as children. */
export function SelectField({ name, label, hint, error, required, children, ...rest }: Own<"select">) {
  return (
    <FormField {...{ name, label, hint, error, required }}>
      {(wiring) => (
        <select {...rest} {...wiring}>
          {children}
        </select>
      )}
    </FormField>
  );
}
