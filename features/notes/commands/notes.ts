import { personBehind } from "@/features/workspaces/queries";
import { AppError, notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { command, type QueryContext } from "@/server/operation";
import { grants } from "@/server/permissions";
import { revisable, revise, rowKey } from "@/server/record/revise";
import { indexRows } from "@/server/sql/search";
import { noteById, noteIndex } from "../queries/notes";
import { subjectsOfNotes } from "../queries/subjects";
import { CreateNote, Note, NoteId, type NoteSubject, RemovedNote, UpdateNote } from "../schema";

const notes = revisable({
  noun: "note",
  table: "note",
  read: (ctx, id) => ctx.tx.note.findUniqueOrThrow({ where: rowKey(ctx, id) }),
  write: async (ctx, id, columns) => {
    await ctx.tx.note.update({
      where: rowKey(ctx, id),
      data: { ...columns, updatedAt: ctx.now },
      select: { id: true },
    });
    await indexRows(ctx, noteIndex, [id]);
  },
  show: noteById,
  subject: ({ id }, ctx) => recordOf(ctx, id),
  audited: [["note", ({ text }) => excerpt(text)]],
});

function addTo(subject: NoteSubject) {
  const { entity, noun, about, find } = subjectsOfNotes[subject];
  return command({
    name: `${entity}.addNote`,
    summary: `Write a note on a ${noun}, in Markdown`,
    allow: "note:write",
    http: { method: "POST", path: `/${subject}/{id}/notes`, status: 201 },
    input: CreateNote,
    output: Note,
    run: async (ctx, { id: ref, text }) => {
      const { id: recordId, label } = await find(ctx, ref);
      const id = newId();
      await ctx.tx.note.create({
        data: {
          workspaceId: ctx.workspaceId,
          id,
          ...about(recordId),
          text,
          authorId: (await personBehind(ctx))?.id ?? null,
          authorActor: `${ctx.actor.kind}:${ctx.actor.id ?? ""}`,
          authorName: ctx.actor.name,
          createdAt: ctx.now,
          updatedAt: ctx.now,
        },
        select: { id: true },
      });
      await indexRows(ctx, noteIndex, [id]);
      ctx.audit({ entity, entityId: recordId, label, changes: { note: [null, excerpt(text)] } });
      return noteById(ctx, id);
    },
  });
}

export const addNewsNote = addTo("news");
export const addCompanyNote = addTo("companies");
export const addDealNote = addTo("deals");
export const addThesisNote = addTo("theses");

export const updateNote = command({
  name: "note.update",
  summary: "Change one's own note; what it said before is kept",
  allow: "note:write",
  http: { method: "PATCH", path: "/notes/{id}" },
  input: UpdateNote,
  output: Note,
  run: async (ctx, input) => {
    const { before, after, changed } = await revise(ctx, notes, input, (_row, note) => {
      mustBeOwn(note);
      return { text: input.text };
    });
    if (!changed) return after;
    await ctx.tx.noteRevision.create({
      data: {
        workspaceId: ctx.workspaceId,
        id: newId(),
        noteId: before.id,
        text: before.text,
        replacedBy: ctx.actor.name,
        replacedAt: ctx.now,
      },
    });
    return noteById(ctx, after.id);
  },
});

export const deleteNote = command({
  name: "note.delete",
  summary: "Take a note away: one's own, or as an admin anybody's",
  allow: "note:write",
  http: { method: "DELETE", path: "/notes/{id}" },
  input: NoteId,
  output: RemovedNote,
  run: async (ctx, { id }) => {
    const note = await noteById(ctx, id);
    if (!grants(ctx.role, "workspace:write")) mustBeOwn(note);
    ctx.audit({ ...(await recordOf(ctx, id)), changes: { note: [excerpt(note.text), null] } });
    await ctx.tx.note.updateMany({
      where: { workspaceId: ctx.workspaceId, id },
      data: { deletedAt: ctx.now, updatedAt: ctx.now, version: { increment: 1 } },
    });
    return { id };
  },
});

/** FORBIDDEN for a note that somebody else wrote. */
function mustBeOwn(note: Note): void {
  if (note.mine) return;
  throw new AppError("FORBIDDEN", `Only ${note.author} may change this note. Write one of your own.`, {
    key: "foreignNote",
    values: { name: note.author },
  });
}

/** The record a note is on: the audit names it, what was said of it is part of its story. */
async function recordOf(ctx: QueryContext, noteId: string) {
  const found = await ctx.tx.note.findFirst({
    where: { workspaceId: ctx.workspaceId, id: noteId },
    select: { newsItemId: true, companyId: true, dealId: true, thesisId: true },
  });
  if (!found) throw notFound("note");
  const subject: NoteSubject = found.newsItemId
    ? "news"
    : found.companyId
      ? "companies"
      : found.dealId
        ? "deals"
        : "theses";
  const recordId = found.newsItemId ?? found.companyId ?? found.dealId ?? found.thesisId ?? "";
  const { entity, find } = subjectsOfNotes[subject];
  const { label } = await find(ctx, recordId);
  return { entity, entityId: recordId, label };
}

/** The audit holds a line; the note itself and its revisions hold the rest. */
function excerpt(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
