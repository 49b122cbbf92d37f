"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { SeriesSwatch } from "@/components/charts/series-swatch";
import { Button } from "@/components/form/button";
import control from "@/components/form/control.module.css";
import { Icon } from "@/components/icons";
import list from "@/components/layout/list.module.css";
import type { Stance } from "../../schema";
import { stanceOrder } from "./stance-order";
import styles from "./tag-editor.module.css";

export type TagChange = Partial<{ stance: Stance; strength: number; note: string | null }>;

type Props = {
  tag: { thesisId: string; stance: Stance; strength: number; note: string | null };
  name: string;
  colorIndex: number;
  /** "Li Wei, 3 Mar 2024"; empty while it is being saved. */
  by: string;
  onChange: (change: TagChange) => void;
  onRemove: () => void;
};

/** The person has just asked to write here. */
const takeFocus = (element: HTMLTextAreaElement | null) => element?.focus();

/** One thesis on something: its stance and strength as menus, its note below. */
export function TagEditorRow({ tag, name, colorIndex, by, onChange, onRemove }: Props) {
  const t = useTranslations("tags.editor");
  const [writing, setWriting] = useState(false);
  const id = useId();
  return (
    <li className={styles.row}>
      <span className={list.name}>
        <SeriesSwatch index={colorIndex} />
        {name}
      </span>
      <span className={styles.controls}>
        <select
          className={control.small}
          aria-label={`${t("stance")}: ${name}`}
          value={tag.stance}
          onChange={(event) =>
            onChange({ stance: stanceOrder.find((one) => one === event.target.value) ?? tag.stance })
          }
        >
          {stanceOrder.map((stance) => (
            <option key={stance} value={stance}>
              {t(`stances.${stance}`)}
            </option>
          ))}
        </select>
        <select
          className={control.small}
          aria-label={`${t("strength")}: ${name}`}
          value={tag.strength}
          onChange={(event) => onChange({ strength: Number(event.target.value) })}
        >
          {([1, 2, 3] as const).map((strength) => (
            <option key={strength} value={strength}>
              {t(`strengths.s${strength}`)}
            </option>
          ))}
        </select>
        <Button look="quiet" icon aria-label={t("remove", { thesis: name })} onClick={onRemove}>
          <Icon name="close" size={12} />
        </Button>
      </span>
      {writing ? (
        <form
          className={styles.noteForm}
          onSubmit={(event) => {
            event.preventDefault();
            onChange({ note: String(new FormData(event.currentTarget).get("note")).trim() || null });
            setWriting(false);
          }}
        >
          <label htmlFor={id} className="visually-hidden">
            {t("note")}
          </label>
          <textarea
            ref={takeFocus}
            id={id}
            name="note"
            className={styles.text}
            defaultValue={tag.note ?? ""}
            placeholder={t("notePlaceholder")}
            maxLength={2000}
          />
          <Button type="submit">{t("saveNote")}</Button>
        </form>
      ) : (
        <span className={styles.about}>
          {tag.note && <span className={styles.said}>{tag.note}</span>}
          <button type="button" className={styles.write} onClick={() => setWriting(true)}>
            {tag.note ? t("note") : t("addNote")}
          </button>
          {by && <span>{by}</span>}
        </span>
      )}
    </li>
  );
}
