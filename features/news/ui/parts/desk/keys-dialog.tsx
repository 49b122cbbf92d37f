"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/form/button";
import { KbdHint } from "@/components/keyboard/kbd-hint";
import styles from "../reading.module.css";

const moving = [
  { id: "next", keys: ["J"] },
  { id: "previous", keys: ["K"] },
  { id: "peek", keys: ["P"] },
  { id: "open", keys: ["O"] },
  { id: "source", keys: ["V"] },
] as const;

const selecting = [
  { id: "select", keys: ["X"] },
  { id: "selectRange", keys: ["⇧X"] },
  { id: "company", keys: ["C"] },
] as const;

const triaging = [
  { id: "dismiss", keys: ["D"] },
  { id: "snooze", keys: ["Z"] },
  { id: "snoozeWeek", keys: ["⇧Z"] },
  { id: "assign", keys: ["I"] },
  { id: "handOn", keys: ["W"] },
] as const;

const tagging = [
  { id: "thesis", keys: ["1", "–", "9"] },
  { id: "stance", keys: ["F", "A", "N"] },
  { id: "strength", keys: ["1", "2", "3"] },
  { id: "menu", keys: ["T"] },
  { id: "repeat", keys: ["."] },
  { id: "takeOff", keys: ["X"] },
  { id: "restance", keys: ["+", "−", "0"] },
  { id: "restrength", keys: ["S"] },
  { id: "note", keys: ["E"] },
  { id: "undo", keys: ["U"] },
  { id: "cancel", keys: ["Esc"] },
] as const;

/** The keys and what they do. */
export function KeysDialog({
  canTag,
  list,
  inbox,
  onClose,
}: {
  canTag: boolean;
  list: boolean;
  inbox: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("news.reading");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const shown = [
    ...(list ? moving : []),
    ...(list && canTag ? selecting : []),
    ...(inbox && canTag ? triaging : []),
    ...(canTag ? tagging : []),
  ];
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="news-keys" onClose={onClose}>
      <h2 id="news-keys">{t("keys.title")}</h2>
      <dl className={styles.keys}>
        {shown.map(({ id, keys }) => (
          <div key={id}>
            <dt>
              <KbdHint keys={keys} />
              <span className="visually-hidden">{keys.join(" ")}</span>
            </dt>
            <dd>{t(`keys.${id}`)}</dd>
          </div>
        ))}
      </dl>
      {canTag && <p className={styles.example}>{t("keys.example")}</p>}
      <Button autoFocus onClick={() => dialog.current?.close()}>
        {t("close")}
      </Button>
    </dialog>
  );
}
