"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/form/button";
import styles from "../reading.module.css";
import type { InboxKeys } from "./reading-context";
import type { Handled } from "./reading-store";
import type { Row } from "./tagging-steps";

type Props = {
  rows: readonly Row[];
  inbox: InboxKeys;
  onTriage: (what: Handled, rows: readonly Row[]) => void;
  onClose: () => void;
};

/** In place of a member's id. */
const asItIs = "as-it-is";
const nobody = "nobody";

/** Whose the items in hand shall be, and until which day they sleep. */
export function HandOnDialog({ rows, inbox, onTriage, onClose }: Props) {
  const t = useTranslations("news.reading");
  const dialog = useRef<HTMLDialogElement>(null);
  const [assignee, setAssignee] = useState(asItIs);
  const [day, setDay] = useState("");
  useEffect(() => dialog.current?.showModal(), []);

  const save = (event: FormEvent) => {
    event.preventDefault();
    const to = inbox.members.find((member) => member.id === assignee) ?? null;
    dialog.current?.close();
    if (assignee !== asItIs) onTriage({ kind: "assigned", to }, rows);
    if (day) onTriage({ kind: "snoozed", until: day }, rows);
  };
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="news-hand-on" onClose={onClose}>
      <form onSubmit={save} className={styles.note}>
        <h2 id="news-hand-on">{t("handOn.title")}</h2>
        <p className={styles.example}>
          {rows.length === 1 ? rows[0]?.title : t("several", { count: rows.length })}
        </p>
        <label htmlFor="news-hand-on-who">{t("handOn.who")}</label>
        <select id="news-hand-on-who" value={assignee} onChange={(event) => setAssignee(event.target.value)}>
          <option value={asItIs}>{t("handOn.asItIs")}</option>
          <option value={nobody}>{t("handOn.nobody")}</option>
          {inbox.members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor="news-hand-on-day">{t("handOn.until")}</label>
        <input
          id="news-hand-on-day"
          type="date"
          min={inbox.tomorrow}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <div className={styles.noteButtons}>
          <Button type="submit" look="primary" disabled={assignee === asItIs && day === ""}>
            {t("handOn.save")}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{t("cancel")}</Button>
        </div>
      </form>
    </dialog>
  );
}
