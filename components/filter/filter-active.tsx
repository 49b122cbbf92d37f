"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/icons";
import styles from "./filter-bar.module.css";
import {
  type FilterDefinition,
  type FiltersInForce,
  namesOf,
  shiftDay,
  splitValues,
} from "./filter-definitions";

type Values = Record<string, string | null>;
type Props = {
  filters: readonly FilterDefinition[];
  inForce: FiltersInForce;
  values: Values;
  set: (changes: Values) => void;
  clear: () => void;
};

/** `label`: null where the text says it all. */
type Chip = { key: string; label: string | null; text: string; without: Values };

/** Each filter in force as a chip that takes it away, and one button for all. */
export function ActiveFilters({ filters, inForce, values, set, clear }: Props) {
  const t = useTranslations("common.filter");

  const { unknown } = inForce.filter;
  const told = (param: string, value: string) =>
    unknown.some((one) => one.param === param && value.includes(one.near)) ? t("unknown", { value }) : value;
  const names = filters.flatMap(namesOf);
  const parts = (inForce.parts ?? []).map(
    ({ text, unknown: isUnknown, without }): Chip => ({
      key: text,
      label: null,
      text: isUnknown ? t("unknown", { value: text }) : text,
      without,
    }),
  );
  const inParts = (name: string) => inForce.parts?.some(({ without }) => name in without);
  const others = Object.entries(inForce.filters).flatMap(([name]): Chip[] => {
    const value = values[name];
    if (names.includes(name) || inParts(name) || !value) return [];
    return [{ key: name, label: name, text: told(name, value), without: { [name]: null } }];
  });

  const chipsOf = (filter: FilterDefinition): Chip[] => {
    const { label } = filter;
    if (filter.kind === "dates") {
      const [from, end] = [values[filter.from], values[filter.to]];
      const to = end && shiftDay(end, filter.toExclusive ? -1 : 0);
      if (!from && !to) return [];
      const [first, last] = [from && told(filter.from, from), to && told(filter.to, to)];
      const text =
        first && last
          ? t("between", { from: first, to: last })
          : first
            ? t("since", { day: first })
            : t("until", { day: last ?? "" });
      return [{ key: filter.from, label, text, without: { [filter.from]: null, [filter.to]: null } }];
    }
    const value = values[filter.name];
    if (!value) return [];
    const options = "options" in filter ? filter.options : [];
    const named = (raw: string) =>
      options.find((option) => option.value === raw)?.label ?? told(filter.name, raw);
    if (filter.kind === "many") {
      const all = splitValues(value);
      return all.map((one) => ({
        key: `${filter.name}=${one}`,
        label,
        text: named(one),
        without: { [filter.name]: all.filter((other) => other !== one).join(",") },
      }));
    }
    const text = filter.kind === "toggle" ? t("on") : named(value);
    return [
      {
        key: filter.name,
        label,
        text,
        without: Object.fromEntries(namesOf(filter).map((name) => [name, null])),
      },
    ];
  };

  const chips = [...filters.flatMap(chipsOf), ...parts, ...others];
  if (chips.length === 0) return null;
  return (
    <fieldset className={`${styles.active} ${styles.plain}`}>
      <legend className="visually-hidden">{t("active")}</legend>
      {chips.map(({ key, label, text, without }) => (
        <button
          key={key}
          type="button"
          className={styles.chip}
          aria-label={label === null ? t("removePart", { value: text }) : t("remove", { label, value: text })}
          onClick={() => set(without)}
        >
          {label === null ? text : t("chip", { label, value: text })}
          <Icon name="close" size={10} />
        </button>
      ))}
      <button type="button" className={styles.clear} onClick={clear}>
        {t("clear")}
      </button>
    </fieldset>
  );
}
