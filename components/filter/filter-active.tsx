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
type Chip = { key: string; label: string | null; text: string; isUnknown: boolean; without: Values };

/** Each filter in force as a chip that takes it away, and one button for all. */
export function ActiveFilters({ filters, inForce, values, set, clear }: Props) {
  const t = useTranslations("common.filter");

  const { unknown } = inForce.filter;
  const isNone = (param: string, value: string) =>
    unknown.some((one) => one.param === param && value.includes(one.near));
  const told = (param: string, value: string) => (isNone(param, value) ? t("unknown", { value }) : value);
  const names = filters.flatMap(namesOf);
  const parts = (inForce.parts ?? []).map(
    ({ text, unknown: isUnknown, without }): Chip => ({
      key: text,
      label: null,
      text: isUnknown ? t("unknown", { value: text }) : text,
      isUnknown,
      without,
    }),
  );
  const inParts = (name: string) => inForce.parts?.some(({ without }) => name in without);
  const others = Object.entries(inForce.filters).flatMap(([name]): Chip[] => {
    const value = values[name];
    if (names.includes(name) || inParts(name) || !value) return [];
    const isUnknown = isNone(name, value);
    return [{ key: name, label: name, text: told(name, value), isUnknown, without: { [name]: null } }];
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
      const isUnknown = [first !== from, last !== to].includes(true);
      return [
        { key: filter.from, label, text, isUnknown, without: { [filter.from]: null, [filter.to]: null } },
      ];
    }
    const value = values[filter.name];
    if (!value) return [];
    const options = "options" in filter ? filter.options : [];
    const named = (raw: string) => {
      const known = options.find((option) => option.value === raw)?.label;
      return { text: known ?? told(filter.name, raw), isUnknown: !known && isNone(filter.name, raw) };
    };
    if (filter.kind === "many") {
      const all = splitValues(value);
      return all.map((one) => ({
        key: `${filter.name}=${one}`,
        label,
        ...named(one),
        without: { [filter.name]: all.filter((other) => other !== one).join(",") },
      }));
    }
    const said = filter.kind === "toggle" ? { text: t("on"), isUnknown: false } : named(value);
    return [
      {
        key: filter.name,
        label,
        ...said,
        without: Object.fromEntries(namesOf(filter).map((name) => [name, null])),
      },
    ];
  };

  const chips = [...filters.flatMap(chipsOf), ...parts, ...others];
  if (chips.length === 0) return null;
  return (
    <fieldset className={`${styles.active} ${styles.plain}`}>
      <legend className="visually-hidden">{t("active")}</legend>
      {chips.map(({ key, label, text, isUnknown, without }) => (
        <button
          key={key}
          type="button"
          className={isUnknown ? `${styles.chip} ${styles.unknown}` : styles.chip}
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
