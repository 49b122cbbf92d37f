"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/form/button";
import { TextAreaField } from "@/components/form/form-field";
import layout from "@/components/form/form-layout.module.css";
import { FormSummary } from "@/components/form/form-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { notify } from "@/components/overlay/notify";
import {
  addCompanyNoteAction,
  addDealNoteAction,
  addNewsNoteAction,
  addThesisNoteAction,
  updateNoteAction,
} from "../../actions";
import type { Note, NoteSubject } from "../../schema";

const addTo = {
  news: addNewsNoteAction,
  companies: addCompanyNoteAction,
  deals: addDealNoteAction,
  theses: addThesisNoteAction,
} satisfies Record<NoteSubject, unknown>;

type Props = { workspace: string } & (
  | { subject: NoteSubject; subjectId: string; note?: undefined; onDone?: undefined }
  | { note: Note; onDone: () => void }
);

/** Writes a new note, or changes one. */
export function NoteForm({ workspace, ...of }: Props) {
  const t = useTranslations("notes");
  const router = useRouter();
  const { note, onDone } = of;
  const { form, summary, field, pending } = useActionForm({
    submit: (data) => {
      const text = String(data.get("text") ?? "");
      return of.note
        ? updateNoteAction(workspace, { id: of.note.id, text, version: of.note.version })
        : addTo[of.subject](workspace, { id: of.subjectId, text });
    },
    onSuccess: () => {
      notify({ tone: "positive", message: t("saved") });
      onDone?.();
      router.refresh();
    },
    resetOnSuccess: true,
  });
  const sendOnCtrlEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form {...form} className={layout.form} onKeyDown={sendOnCtrlEnter}>
      <FormSummary {...summary} />
      <TextAreaField
        name="text"
        label={t(note ? "editField" : "field")}
        hint={t("hint")}
        error={field("text")}
        rows={note ? 5 : 3}
        defaultValue={note?.text}
        maxLength={20_000}
        // Whoever pressed Edit wants to write.
        autoFocus={note !== undefined}
      />
      <div className={layout.buttons}>
        <SubmitButton pending={pending} look={note ? "primary" : "default"}>
          {t("save")}
        </SubmitButton>
        {onDone && <Button onClick={onDone}>{t("cancel")}</Button>}
      </div>
    </form>
  );
}
