import { useTranslations } from "next-intl";
import { Section } from "@/components/layout/section";
import text from "@/components/layout/text.module.css";
import type { Note, NoteSubject } from "../../schema";
import { NoteForm } from "./note-form";
import { NoteItem } from "./note-item";
import styles from "./notes.module.css";

type Props = {
  workspace: string;
  subject: NoteSubject;
  /** Of the record; a thesis by its slug. */
  subjectId: string;
  notes: { data: Note[]; nextCursor: string | null };
  canWrite: boolean;
  /** May take away what others wrote. */
  canDelete: boolean;
  timeZone: string;
};

/** What people wrote about a record, newest first, with a field to write more. */
export function NotesPanel({ workspace, subject, subjectId, notes, canWrite, canDelete, timeZone }: Props) {
  const t = useTranslations("notes");
  return (
    <Section title={t("title")}>
      {canWrite && <NoteForm workspace={workspace} subject={subject} subjectId={subjectId} />}
      {notes.data.length === 0 && <p className={text.note}>{t(canWrite ? "emptyWrite" : "empty")}</p>}
      <ol className={styles.notes}>
        {notes.data.map((note) => (
          <li key={note.id}>
            <NoteItem
              workspace={workspace}
              note={note}
              canEdit={canWrite && note.mine}
              canDelete={canWrite && (note.mine || canDelete)}
              timeZone={timeZone}
            />
          </li>
        ))}
      </ol>
      {notes.nextCursor && <p className={text.note}>{t("more", { count: notes.data.length })}</p>}
    </Section>
  );
}
