import { z } from "zod";
import { Id } from "@/lib/schema/shapes";

export const SearchInput = z.object({ q: z.string().trim().min(1).max(1000) }).strict();

export const hitKinds = ["thesis", "company", "deal", "news", "note"] as const;

/**
 * One thing found. `slug` is there for theses; `detail` is a domain, a stage or a day. A note is given by the record it is on:
 * `id` is that record's, `of` its kind, `detail` the beginning of the note.
 */
export const Hit = z.object({
  kind: z.enum(hitKinds),
  id: Id,
  slug: z.string().nullable(),
  label: z.object({ en: z.string(), zh: z.string() }),
  detail: z.string(),
  of: z.enum(["thesis", "company", "deal", "news"]).nullable(),
});
export type Hit = z.infer<typeof Hit>;

export const SearchResult = z.object({ data: z.array(Hit) });

/** Null: all is indexed as it should be. */
export const IndexingStarted = z.object({ runId: Id.nullable() });
