"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/form/button";
import { SelectField, TextField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { Dialog } from "@/components/overlay/dialog";
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
  const [assignee, setAssignee] = useState(asItIs);
  const [day, setDay] = useState("");

  const save = (event: FormEvent) => {
    event.preventDefault();
    const to = inbox.members.find((member) => member.id === assignee) ?? null;
    onClose();
    if (assignee !== asItIs) onTriage({ kind: "assigned", to }, rows);
    if (day) onTriage({ kind: "snoozed", until: day }, rows);
  };
  return (
    <Dialog
      title={t("assign.title")}
      description={rows.length === 1 ? rows[0]?.title : t("several", { count: rows.length })}
      onClose={onClose}
    >
      <form onSubmit={save} className={layout.form}>
        <SelectField
          name="assignee"
          label={t("assign.who")}
          value={assignee}
          onChange={(event) => setAssignee(event.target.value)}
        >
          <option value={asItIs}>{t("assign.asItIs")}</option>
          <option value={nobody}>{t("assign.nobody")}</option>
          {inbox.members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          name="until"
          type="date"
          label={t("assign.until")}
          min={inbox.tomorrow}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <div className={layout.buttons}>
          <Button type="submit" look="primary" disabled={assignee === asItIs && day === ""}>
            {t("assign.save")}
          </Button>
          <Button onClick={onClose}>{t("assign.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
