"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/form/button";
import { Icon } from "@/components/icons";
import { KbdHint } from "@/components/keyboard/kbd-hint";
import styles from "../reading.module.css";
import type { PickThesis } from "./reading-context";
import type { Deed, Said } from "./use-steps";

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
    const words = inWords(said.deed);
    return said.undone ? t("undone", { words }) : words;
  };
  const inWords = (deed: Deed): string => {
    const title = deed.count === 1 ? deed.title : t("several", { count: deed.count });
    const thesis = "thesis" in deed ? (theses.find(({ id }) => id === deed.thesis)?.name ?? "") : "";
    if (deed.kind === "put")
      return t("put", { thesis, title, stance: t(`stances.${deed.stance}`), strength: deed.strength });
    if (deed.kind === "removed") return t("removed", { thesis, title });
    if (deed.kind === "snoozed") return t("deeds.snoozed", { title, day: deed.until });
    if (deed.kind === "assigned")
      return t(deed.to ? "deeds.assigned" : "deeds.unassigned", { title, name: deed.to?.name ?? "" });
    return t(`deeds.${deed.kind}`, { title });
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
