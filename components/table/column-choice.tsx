"use client";

import { useTranslations } from "next-intl";
import { useFilters } from "@/components/filter/use-filters";
import { buttonClass } from "@/components/form/button-look";
import { Popover } from "@/components/overlay/popover";
import styles from "./column-choice.module.css";

type Props = {
  /** Those a table can show, in its order, without the one that names the row. */
  columns: readonly { id: string; label: string }[];
  /** The one that names the row: always there, so that an export of the columns has it, too. */
  named: readonly string[];
  shown: readonly string[];
  /** Shown unless told: chosen again, the address says nothing of columns. */
  usual: readonly string[];
};

/** Which columns a table shows; in the address as `columns`. */
export function ColumnChoice({ columns, named, shown, usual }: Props) {
  const t = useTranslations("common.table");
  const { values, set } = useFilters(["columns"], []);
  const now = values.columns ? values.columns.split(",") : shown;
  const choose = (id: string, on: boolean) => {
    const next = columns.map((column) => column.id).filter((one) => (one === id ? on : now.includes(one)));
    set({ columns: next.join() === usual.join() ? null : [...named, ...next].join(",") });
  };
  return (
    <Popover label={t("columns")} className={buttonClass({})} trigger={t("columns")} align="end">
      {() => (
        <fieldset className={styles.choice}>
          <legend className="visually-hidden">{t("columns")}</legend>
          {columns.map(({ id, label }) => (
            <label key={id} className={styles.option}>
              <input
                type="checkbox"
                checked={now.includes(id)}
                onChange={(event) => choose(id, event.target.checked)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </Popover>
  );
}
