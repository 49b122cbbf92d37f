import type { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import { notFound } from "@/server/errors";
import { type QueryContext, query } from "@/server/operation";
import { keysetPage, newestFirst } from "@/server/record/keyset-page";
import type { SearchIndex } from "@/server/sql/search";
import { instantSql } from "@/server/sql/time";
import { renderNote } from "../domain/render";
import { ListNotes, Note, NotePage, type NoteSubject } from "../schema";
import { subjectsOfNotes } from "./subjects";

/** A note is found by its words. */
export const noteIndex: SearchIndex = { table: "note", text: (n) => Prisma.sql`${n}.text` };

const NoteRow = Note.omit({ html: true });

/** The columns of a note called `n`. `actor_person()` is whoever answers for what is asked. */
const noteColumns = Prisma.sql`n.id, n.text, n.author_name AS author, n.version,
  coalesce(n.author_id = (SELECT actor_person()), false)
    OR n.author_actor = (SELECT current_setting('app.actor', true)) AS mine,
  ${instantSql(Prisma.sql`n.created_at`)} AS "createdAt", ${instantSql(Prisma.sql`n.updated_at`)} AS "updatedAt",
  coalesce((SELECT json_agg(json_build_object('text', r.text, 'replacedBy', r.replaced_by,
      'replacedAt', ${instantSql(Prisma.sql`r.replaced_at`)}) ORDER BY r.replaced_at DESC, r.id DESC)
    FROM (SELECT * FROM note_revision AS v WHERE v.workspace_id = n.workspace_id AND v.note_id = n.id
          ORDER BY v.replaced_at DESC, v.id DESC LIMIT 20) AS r), '[]') AS revisions`;

function withHtml(note: z.infer<typeof NoteRow>): Note {
  return { ...note, html: renderNote(note.text) };
}

/** The note, or NOT_FOUND: also for one that was deleted, or is on a deal this role may not see. */
export async function noteById(ctx: QueryContext, id: string): Promise<Note> {
  const found = await row(
    ctx.tx,
    NoteRow,
    Prisma.sql`SELECT ${noteColumns} FROM note AS n
      WHERE n.workspace_id = ${ctx.workspaceId}::uuid AND n.id = ${id}::uuid AND n.deleted_at IS NULL`,
  );
  if (!found) throw notFound("note");
  return withHtml(found);
}

const newest = newestFirst<z.infer<typeof NoteRow>>(
  Prisma.sql`n.created_at`,
  Prisma.sql`n.id`,
  ({ createdAt }) => createdAt,
);

function notesOn(subject: NoteSubject) {
  const { entity, noun, read, column, find } = subjectsOfNotes[subject];
  return query({
    name: `${entity}.notes`,
    summary: `The notes on a ${noun}, newest first`,
    allow: read,
    http: { method: "GET", path: `/${subject}/{id}/notes` },
    input: ListNotes,
    output: NotePage,
    run: async (ctx, { id: ref, ...paging }) => {
      const { id } = await find(ctx, ref);
      const { data, nextCursor } = await keysetPage(
        ctx,
        NoteRow,
        Prisma.sql`SELECT ${noteColumns} FROM note AS n
          WHERE n.workspace_id = ${ctx.workspaceId}::uuid AND n.${Prisma.raw(column)} = ${id}::uuid
            AND n.deleted_at IS NULL`,
        newest,
        paging,
      );
      return { data: data.map(withHtml), nextCursor };
    },
  });
}

export const newsNotes = notesOn("news");
export const companyNotes = notesOn("companies");
export const dealNotes = notesOn("deals");
export const thesisNotes = notesOn("theses");
