"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import styles from "./filter-bar.module.css";
import { type FilterDefinition, shiftDay } from "./filter-definitions";

type Of<Kind extends FilterDefinition["kind"]> = Extract<FilterDefinition, { kind: Kind }>;

const waitMs = 350;

/** Applies after a pause in typing or on Enter, never in the middle of an input method's composition. */
export function SearchControl({
  filter,
  value,
  onChange,
}: {
  filter: Of<"search">;
  value: string;
  onChange: (text: string) => void;
}) {
  const id = useId();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (next: string) => {
    clearTimeout(timer.current);
    if (next.trim() === sent.current) return;
    sent.current = next.trim();
    onChange(next.trim());
  };
  const later = (next: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(next), waitMs);
  };
  return (
    <div className={`${styles.control} ${styles.wide}`}>
      <label htmlFor={id} className={styles.label}>
        {filter.label}
      </label>
      <input
        id={id}
        type="search"
        className={`${styles.input} ${styles.search}`}
        value={text}
        placeholder={filter.placeholder}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
          if (!composing.current) later(event.target.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
          clearTimeout(timer.current);
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          later(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) send(text);
        }}
      />
    </div>
  );
}

type SelectProps = {
  filter: Of<"select">;
  value: string;
  onChange: (value: string) => void;
  className?: string;
};

export function SelectControl({ filter, value, onChange, className = "" }: SelectProps) {
  const t = useTranslations("common.filter");
  const id = useId();
  return (
    <div className={`${styles.control} ${className}`}>
      <label htmlFor={id} className={styles.label}>
        {filter.label}
      </label>
      <select
        id={id}
        className={`${styles.input} ${styles.select}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{filter.anyLabel ?? t("all")}</option>
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

type DatesProps = {
  filter: Of<"dates">;
  from: string;
  to: string;
  onChange: (name: string, day: string) => void;
  className?: string;
};

export function DatesControl({ filter, from, to: end, onChange, className = "" }: DatesProps) {
  const t = useTranslations("common.filter");
  const { label, min, max } = filter;
  const beyond = filter.toExclusive ? 1 : 0;
  const to = end && shiftDay(end, -beyond);
  return (
    <fieldset className={`${styles.control} ${styles.wide} ${styles.plain} ${className}`}>
      <legend className={styles.label}>{label}</legend>
      <span className={styles.dates}>
        <input
          type="date"
          className={styles.input}
          aria-label={t("fromOf", { label })}
          value={from}
          min={min}
          max={to || max}
          onChange={(event) => onChange(filter.from, event.target.value)}
        />
        <span aria-hidden="true">–</span>
        <input
          type="date"
          className={styles.input}
          aria-label={t("toOf", { label })}
          value={to}
          min={from || min}
          max={max}
          onChange={(event) =>
            onChange(filter.to, event.target.value && shiftDay(event.target.value, beyond))
          }
        />
      </span>
    </fieldset>
  );
}

type ToggleProps = { filter: Of<"toggle">; on: boolean; onChange: (on: boolean) => void; className?: string };

export function ToggleControl({ filter, on, onChange, className = "" }: ToggleProps) {
  return (
    <div className={`${styles.control} ${className}`}>
      <label className={styles.toggle}>
        <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
        {filter.label}
      </label>
    </div>
  );
}
