"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/form/button";
import { ConfirmButton } from "@/components/form/confirm-button";
import { useErrorText } from "@/components/form/use-error-text";
import text from "@/components/layout/text.module.css";
import { notify } from "@/components/overlay/notify";
import { deleteNoteAction } from "../../actions";
import type { Note } from "../../schema";
import { NoteForm } from "./note-form";
import styles from "./notes.module.css";

type Props = { workspace: string; note: Note; canEdit: boolean; canDelete: boolean; timeZone: string };

/** One note: who wrote it when, what it says and what it said, and its buttons. */
export function NoteItem({ workspace, note, canEdit, canDelete, timeZone }: Props) {
  const t = useTranslations("notes");
  const format = useFormatter();
  const router = useRouter();
  const errorText = useErrorText();
  const [editing, setEditing] = useState(false);
  const time = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: "medium", timeStyle: "short", timeZone });

  const remove = async () => {
    const result = await deleteNoteAction(workspace, { id: note.id });
    notify(
      result.ok
        ? { tone: "positive", message: t("deleted") }
        : { tone: "negative", message: errorText(result.error) ?? result.error.message },
    );
    router.refresh();
  };
  if (editing) return <NoteForm workspace={workspace} note={note} onDone={() => setEditing(false)} />;
  const written = { __html: note.html };
  return (
    <article className={styles.note}>
      <header className={styles.head}>
        <strong>{note.author}</strong>
        <time dateTime={note.createdAt} className={text.muted}>
          {time(note.createdAt)}
        </time>
        {note.version > 1 && (
          <span className={text.muted}>{t("edited", { time: time(note.updatedAt) })}</span>
        )}
        <span className={styles.actions}>
          {canEdit && (
            <Button
              look="quiet"
              aria-label={t("editLabel", { time: time(note.createdAt) })}
              onClick={() => setEditing(true)}
            >
              {t("edit")}
            </Button>
          )}
          {canDelete && (
            <ConfirmButton
              look="quiet"
              title={t("deleteTitle")}
              description={t("deleteDescription")}
              confirm={t("delete")}
              action={remove}
            >
              {t("delete")}
            </ConfirmButton>
          )}
        </span>
      </header>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the operation cleaned it down to a list of harmless elements */}
      <div className={styles.text} dangerouslySetInnerHTML={written} />
      {note.revisions.length > 0 && (
        <details className={styles.history}>
          <summary>{t("history", { count: note.revisions.length })}</summary>
          <ol className={styles.revisions}>
            {note.revisions.map((revision) => (
              <li key={revision.replacedAt}>
                <p className={text.muted}>
                  {t("until", { time: time(revision.replacedAt), name: revision.replacedBy })}
                </p>
                <p className={styles.before}>{revision.text}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  );
}
