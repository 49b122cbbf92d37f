"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Icon } from "@/components/icons";
import { localizedText } from "@/components/text/localized-text";
import type { Stage } from "../schema";
import styles from "./board.module.css";
import { focusMoveButton, moveButtonId } from "./move-focus";

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
  const buttonId = moveButtonId(id);

  const choose = (stage: string) => {
    setOpen(false);
    // A dialog that asks for the reason gives the focus back to where it was; the list is closed by then.
    document.getElementById(buttonId)?.focus();
    onMove(stage);
    // The card may stand in another column now; the focus goes with it.
    requestAnimationFrame(() => focusMoveButton(id));
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
              {localizedText(stage.name, locale)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
