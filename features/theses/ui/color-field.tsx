"use client";

import { useTranslations } from "next-intl";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import styles from "./theses.module.css";

const colors = [0, 1, 2, 3, 4, 5, 6, 7];

/** The eight colours with their shapes, to pick one; `value` null offers "the least used" and starts there. */
export function ColorField({ value }: { value: number | null }) {
  const t = useTranslations("theses.form");
  return (
    <fieldset className={styles.colors}>
      <legend>{t("color")}</legend>
      {value === null && (
        <label>
          <input type="radio" name="color" value="" defaultChecked />
          {t("colorAuto")}
        </label>
      )}
      {colors.map((color) => (
        <label key={color}>
          <input type="radio" name="color" value={color} defaultChecked={color === value} />
          <SeriesSwatch index={color} size={16} />
          <span className="visually-hidden">{t("colorNumber", { number: color + 1 })}</span>
        </label>
      ))}
    </fieldset>
  );
}
