"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Icon } from "@/components/icons";
import { readLocalized } from "@/features/companies/rules";
import type { Stage } from "../schema";
import styles from "./board.module.css";

type Props = {
  id: string;
  company: string;
  /** Those the deal can go to. */
  stages: Stage[];
  onMove: (stage: string) => void;
};

/**
 * The board's path without dragging: a button that unfolds the stages inside the card. Not a native select, because a
 * select would move the deal on the first press of an arrow key.
 */
export function MoveMenu({ id, company, stages, onMove }: Props) {
  const t = useTranslations("deals.board");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const buttonId = `move-${id}`;

  const choose = (stage: string) => {
    setOpen(false);
    onMove(stage);
    // The card stands in another column now; the focus goes with it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById(buttonId)?.focus();
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Esc from its own buttons
    <div
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        document.getElementById(buttonId)?.focus();
      }}
    >
      <button
        id={buttonId}
        type="button"
        className={styles.move}
        aria-label={t("move", { company })}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {t("moveShort")}
        <Icon name="chevron" size={12} />
      </button>
      <ul id={listId} hidden={!open} className={styles.stages}>
        {stages.map((stage) => (
          <li key={stage.id}>
            <button type="button" onClick={() => choose(stage.slug)}>
              {readLocalized(stage.name, locale)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
