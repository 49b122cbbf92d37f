"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/form/button";
import styles from "@/features/news/ui/parts/desk/dialog.module.css";
import type { Row } from "@/features/news/ui/parts/desk/tag-changes";
import type { Handled } from "../domain/triage-change";
import type { InboxKeys } from "./triage";

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
export function AssignDialog({ rows, inbox, onTriage, onClose }: Props) {
  const t = useTranslations("news.inbox.triage");
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
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="inbox-assign" onClose={onClose}>
      <form onSubmit={save} className={styles.note}>
        <h2 id="inbox-assign">{t("assign.title")}</h2>
        <p className={styles.example}>
          {rows.length === 1 ? rows[0]?.title : t("several", { count: rows.length })}
        </p>
        <label htmlFor="inbox-assign-who">{t("assign.who")}</label>
        <select id="inbox-assign-who" value={assignee} onChange={(event) => setAssignee(event.target.value)}>
          <option value={asItIs}>{t("assign.asItIs")}</option>
          <option value={nobody}>{t("assign.nobody")}</option>
          {inbox.members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor="inbox-assign-day">{t("assign.until")}</label>
        <input
          id="inbox-assign-day"
          type="date"
          min={inbox.tomorrow}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <div className={styles.noteButtons}>
          <Button type="submit" look="primary" disabled={assignee === asItIs && day === ""}>
            {t("assign.save")}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{t("assign.cancel")}</Button>
        </div>
      </form>
    </dialog>
  );
}
