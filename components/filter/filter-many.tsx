"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Icon } from "@/components/icons";
import { Popover } from "@/components/overlay/popover";
import styles from "./filter-bar.module.css";
import type { FilterDefinition } from "./filter-definitions";

type Props = {
  filter: Extract<FilterDefinition, { kind: "many" }>;
  values: readonly string[];
  onChange: (values: string[]) => void;
  className?: string;
};

const findAbove = 8;

/** A button that opens checkboxes; with many options, a field to find one. */
export function ManyControl({ filter, values, onChange, className = "" }: Props) {
  const t = useTranslations("common.filter");
  const [first] = values;
  const only = values.length === 1 ? filter.options.find(({ value }) => value === first)?.label : undefined;
  const summary = first === undefined ? t("all") : (only ?? t("chosen", { count: values.length }));
  return (
    <div className={`${styles.control} ${className}`}>
      <span className={styles.label} aria-hidden="true">
        {filter.label}
      </span>
      <Popover
        label={t("chip", { label: filter.label, value: summary })}
        name={filter.label}
        className={`${styles.input} ${styles.manyButton}`}
        trigger={
          <>
            <span className={styles.manyText}>{summary}</span>
            <Icon name="chevron" size={12} />
          </>
        }
      >
        {() => <Options options={filter.options} values={values} onChange={onChange} />}
      </Popover>
    </div>
  );
}

type OptionsProps = Pick<Props, "values" | "onChange"> & { options: Props["filter"]["options"] };

function Options({ options, values, onChange }: OptionsProps) {
  const t = useTranslations("common.filter");
  const [find, setFind] = useState("");
  const wanted = find.trim().toLowerCase();
  const offered = options.filter(({ label }) => label.toLowerCase().includes(wanted));
  const toggle = (value: string, on: boolean) =>
    onChange([
      ...options.map((option) => option.value).filter((one) => (one === value ? on : values.includes(one))),
      // What is not among the options has a chip of its own.
      ...values.filter((one) => options.every((option) => option.value !== one)),
    ]);
  return (
    <div className={styles.options}>
      {options.length > findAbove && (
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
  );
}
