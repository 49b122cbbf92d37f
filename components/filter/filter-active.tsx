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

/** `label`: null where the text says it all. `unknown`: it finds nothing, since there is no such thing. */
type Chip = { key: string; label: string | null; text: string; unknown?: boolean; without: Values };

/** Each filter in force as a chip that takes it away, and one button for all. */
export function ActiveFilters({ filters, inForce, values, set, clear }: Props) {
  const t = useTranslations("common.filter");

  const { unknown } = inForce.filter;
  const isUnknown = (param: string, value: string) =>
    unknown.some((one) => one.param === param && value.includes(one.near));
  const names = filters.flatMap(namesOf);
  const parts = (inForce.parts ?? []).map(
    ({ text, without, ...part }): Chip => ({ key: text, label: null, text, unknown: part.unknown, without }),
  );
  const inParts = (name: string) => inForce.parts?.some(({ without }) => name in without);
  const others = Object.entries(inForce.filters).flatMap(([name]): Chip[] => {
    const value = values[name];
    if (names.includes(name) || inParts(name) || !value) return [];
    return [
      { key: name, label: name, text: value, unknown: isUnknown(name, value), without: { [name]: null } },
    ];
  });

  const chipsOf = (filter: FilterDefinition): Chip[] => {
    const { label } = filter;
    if (filter.kind === "dates") {
      const [from, end] = [values[filter.from], values[filter.to]];
      const to = end && shiftDay(end, filter.toExclusive ? -1 : 0);
      if (!from && !to) return [];
      const text =
        from && to
          ? t("between", { from, to })
          : from
            ? t("since", { day: from })
            : t("until", { day: to ?? "" });
      const without = { [filter.from]: null, [filter.to]: null };
      const unreadable = isUnknown(filter.from, from ?? "") || isUnknown(filter.to, end ?? "");
      return [{ key: filter.from, label, text, unknown: unreadable, without }];
    }
    const value = values[filter.name];
    if (!value) return [];
    const options = "options" in filter ? filter.options : [];
    const named = (raw: string) => {
      const known = options.find((option) => option.value === raw)?.label;
      return { text: known ?? raw, unknown: known === undefined && isUnknown(filter.name, raw) };
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
    const said = filter.kind === "toggle" ? { text: t("on") } : named(value);
    return [{ key: filter.name, label, ...said, without: { [filter.name]: null } }];
  };

  const chips = [...filters.flatMap(chipsOf), ...parts, ...others];
  if (chips.length === 0) return null;
  return (
    <fieldset className={`${styles.active} ${styles.plain}`}>
      <legend className="visually-hidden">{t("active")}</legend>
      {chips.map((chip) => (
        <ActiveFilter key={chip.key} chip={chip} onRemove={() => set(chip.without)} />
      ))}
      <button type="button" className={styles.clear} onClick={clear}>
        {t("clear")}
      </button>
    </fieldset>
  );
}

function ActiveFilter({ chip, onRemove }: { chip: Chip; onRemove: () => void }) {
  const t = useTranslations("common.filter");
  const { label, unknown } = chip;
  const value = unknown ? t("unknown", { value: chip.text }) : chip.text;
  return (
    <button
      type="button"
      className={`${styles.chip} ${unknown ? styles.unknown : ""}`}
      aria-label={label === null ? t("removePart", { value }) : t("remove", { label, value })}
      onClick={onRemove}
    >
      {unknown && <Icon name="warning" size={12} />}
      {label === null ? value : t("chip", { label, value })}
      <Icon name="close" size={10} />
    </button>
  );
}
