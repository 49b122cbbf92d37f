"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/icons";
import styles from "./filter-bar.module.css";
import { type FilterDefinition, namesOf, shiftDay, splitValues } from "./filter-definitions";

type Values = Record<string, string | null>;
type Props = {
  filters: readonly FilterDefinition[];
  values: Values;
  set: (changes: Values) => void;
  clear: () => void;
};

type Chip = { key: string; label: string; text: string; without: Values };

/** Each filter in force as a chip that takes it away, and one button for all. */
export function ActiveFilters({ filters, values, set, clear }: Props) {
  const t = useTranslations("common.filter");

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
      return [{ key: filter.from, label, text, without: { [filter.from]: null, [filter.to]: null } }];
    }
    const value = values[filter.name];
    if (!value) return [];
    const named = (raw: string) =>
      ("options" in filter && filter.options.find((option) => option.value === raw)?.label) || raw;
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

  const chips = filters.flatMap(chipsOf);
  if (chips.length === 0) return null;
  return (
    <fieldset className={`${styles.active} ${styles.plain}`}>
      <legend className="visually-hidden">{t("active")}</legend>
      {chips.map(({ key, label, text, without }) => (
        <button
          key={key}
          type="button"
          className={styles.chip}
          aria-label={t("remove", { label, value: text })}
          onClick={() => set(without)}
        >
          {t("chip", { label, value: text })}
          <Icon name="close" size={10} />
        </button>
      ))}
      <button type="button" className={styles.clear} onClick={clear}>
        {t("clear")}
      </button>
    </fieldset>
  );
}
