import { ClientMessages } from "@/i18n/client-messages";
import type { Context } from "@/server/context";
import { orNotFound } from "@/server/page";
import { grants } from "@/server/permissions";
import { companyNotes, dealNotes, newsNotes, thesisNotes } from "../../queries/notes";
import type { NoteSubject } from "../../schema";
import { NotesPanel } from "./notes-panel";

const notesOn = { news: newsNotes, companies: companyNotes, deals: dealNotes, theses: thesisNotes };

/** The notes on a record, for its page. `id`: of a thesis the slug too. */
export async function RecordNotes({ ctx, subject, id }: { ctx: Context; subject: NoteSubject; id: string }) {
  const notes = await orNotFound(notesOn[subject](ctx, { id }));
  return (
    <ClientMessages of={["notes", "errors"]}>
      <NotesPanel
        workspace={ctx.workspace.slug}
        subject={subject}
        subjectId={id}
        notes={notes}
        canWrite={grants(ctx.role, "note:write")}
        canDelete={grants(ctx.role, "workspace:write")}
        timeZone={ctx.workspace.timeZone}
      />
    </ClientMessages>
  );
}
