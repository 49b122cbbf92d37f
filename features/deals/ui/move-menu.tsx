"use client";

import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/icons";
import { MenuButton } from "@/components/overlay/menu";
import { localizedText } from "@/components/text/localized-text";
import type { Stage } from "../schema";
import styles from "./board-card.module.css";
import { moveButtonId } from "./move-focus";

type Props = {
  id: string;
  company: string;
  /** Those the deal can go to. */
  stages: Stage[];
  onMove: (stage: string) => void;
};

/**
 * The board's path without dragging. Not a native select, because a select would move the deal on the first press of an
 * arrow key.
 */
export function MoveMenu({ id, company, stages, onMove }: Props) {
  const t = useTranslations("deals.board");
  const locale = useLocale();
  return (
    <MenuButton
      id={moveButtonId(id)}
      className={styles.move}
      label={t("move", { company })}
      trigger={<Icon name="more" size={16} />}
      align="end"
      entries={stages.map((stage) => ({
        id: stage.id,
        label: localizedText(stage.name, locale),
        run: () => onMove(stage.slug),
      }))}
    />
  );
}
