"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Icon } from "@/components/icons";
import styles from "./filter-bar.module.css";
import type { FilterDefinition } from "./filter-definitions";

type Props = {
  filter: Extract<FilterDefinition, { kind: "many" }>;
  values: readonly string[];
  onChange: (values: string[]) => void;
  className?: string;
};

const findAbove = 8;

/** A button that discloses checkboxes; with many options, a field to find one. */
export function ManyControl({ filter, values, onChange, className = "" }: Props) {
  const t = useTranslations("common.filter");
  const [open, setOpen] = useState(false);
  const [find, setFind] = useState("");
  const root = useRef<HTMLFieldSetElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open]);

  const chosen = filter.options.filter((option) => values.includes(option.value));
  const offered = filter.options.filter(({ label }) =>
    label.toLowerCase().includes(find.trim().toLowerCase()),
  );
  const only = chosen.length === 1 ? chosen[0]?.label : undefined;
  const summary = chosen.length === 0 ? t("all") : (only ?? t("chosen", { count: chosen.length }));

  const toggle = (value: string, on: boolean) =>
    onChange(
      filter.options
        .map((option) => option.value)
        .filter((one) => (one === value ? on : values.includes(one))),
    );

  return (
    <fieldset
      ref={root}
      className={`${styles.control} ${styles.many} ${styles.plain} ${className}`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <legend className={styles.label}>{filter.label}</legend>
      <button
        ref={button}
        type="button"
        className={`${styles.input} ${styles.manyButton}`}
        aria-label={t("chip", { label: filter.label, value: summary })}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.manyText}>{summary}</span>
        <Icon name="chevron" size={12} />
      </button>
      <div id={id} hidden={!open} className={styles.options}>
        {filter.options.length > findAbove && (
          <input
            type="search"
            className={styles.input}
            aria-label={t("find")}
            placeholder={t("find")}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        )}
        {offered.map(({ value, label }) => (
          <label key={value} className={styles.option}>
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
            {label}
          </label>
        ))}
        {offered.length === 0 && <p className={styles.nothing}>{t("noOption")}</p>}
      </div>
    </fieldset>
  );
}
