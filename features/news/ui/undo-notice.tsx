"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/button";
import { Icon } from "@/components/icons";
import { KbdHint } from "@/components/kbd-hint";
import styles from "./reading.module.css";
import type { PickThesis } from "./reading-keys";
import type { Said } from "./use-tagging";

const shownMs = 8000;

type Props = { said: Said | null; theses: readonly PickThesis[]; onUndo: () => void; onClose: () => void };

/** Says what was just tagged, and takes it back. Announced to screen readers; gone after eight seconds. */
export function UndoNotice({ said, theses, onUndo, onClose }: Props) {
  const t = useTranslations("news.reading");
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(onClose, shownMs);
    return () => clearTimeout(timer);
  }, [said, onClose]);

  const sentence = (): string => {
    if (!said) return "";
    if ("failed" in said) return t("failed", { reason: said.failed });
    const { thesis: id, row, after } = said.change;
    const thesis = theses.find((one) => one.id === id)?.name ?? "";
    if (said.undone) return t("undone", { thesis, title: row.title });
    return after
      ? t("put", { thesis, title: row.title, stance: t(`stances.${after.stance}`), strength: after.strength })
      : t("removed", { thesis, title: row.title });
  };
  const failed = said !== null && "failed" in said;
  return (
    <div role="status" className={said ? `${styles.notice} ${failed ? styles.failed : ""}` : undefined}>
      {said && (
        <>
          <span className={styles.noticeText}>{sentence()}</span>
          {!failed && !("undone" in said && said.undone) && (
            <Button onClick={onUndo} aria-keyshortcuts="u">
              {t("undo")} <KbdHint keys={["U"]} />
            </Button>
          )}
          <Button look="quiet" icon aria-label={t("close")} onClick={onClose}>
            <Icon name="close" size={12} />
          </Button>
        </>
      )}
    </div>
  );
}
