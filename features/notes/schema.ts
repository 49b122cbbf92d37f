import { z } from "zod";
import { Cursor, Id, Instant, Limit, page, Uuid, Version } from "@/lib/schema/shapes";

/** What a note can be about, by the noun of its address. */
export const noteSubjects = ["news", "companies", "deals", "theses"] as const;
export type NoteSubject = (typeof noteSubjects)[number];

/** What the note said until it was changed at `replacedAt` by `replacedBy`. */
const NoteRevision = z.object({ text: z.string(), replacedBy: z.string(), replacedAt: Instant });

/**
 * A note on a record. `text` is Markdown as written, `html` the same made and cleaned for showing. `mine`: whoever asks wrote
 * it, and may change it. `revisions`: what it said before, the latest 20, newest first.
 */
export const Note = z.object({
  id: Id,
  text: z.string(),
  html: z.string(),
  author: z.string(),
  mine: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  version: z.number().int(),
  revisions: z.array(NoteRevision),
});
export type Note = z.infer<typeof Note>;
export const NotePage = page(Note);

const text = z
  .string()
  .trim()
  .min(1, { error: "must not be empty" })
  .max(20_000, { error: "must have at most 20000 characters" });

/** `id`: of the record; of a thesis the slug too. */
export const ListNotes = z
  .object({ id: z.string().trim().min(1).max(200), limit: Limit, cursor: Cursor })
  .strict();
export const CreateNote = z.object({ id: z.string().trim().min(1).max(200), text }).strict();
export const UpdateNote = z.object({ id: Uuid, text: text.optional(), version: Version.optional() }).strict();
export const NoteId = z.object({ id: Uuid }).strict();
export const RemovedNote = z.object({ id: Id });
