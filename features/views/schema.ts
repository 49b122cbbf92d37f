import { z } from "zod";
import { fieldKinds } from "@/lib/filter/catalogue";
import { maxText } from "@/lib/filter/problems";
import { FilterInput, StoredFilter } from "@/lib/filter/schema";
import { operators } from "@/lib/filter/tree";
import { Flag, Id, Instant, Localized, Uuid, Version } from "@/lib/schema/shapes";

/** The lists a view can be of. */
export const viewRecords = [
  "news",
  "companies",
  "deals",
  "feeds",
  "stories",
  "theses",
  "audit",
  "members",
] as const;
export const ViewRecord = z.enum(viewRecords, { error: `must be one of ${viewRecords.join(", ")}` });
export type ViewRecord = z.infer<typeof ViewRecord>;

const accesses = ["private", "team"] as const;
const Access = z.enum(accesses, { error: "must be private or team" });

/**
 * A saved view. `filter`: the tree (lib/filter/tree.ts), null for everything. `sort`: a field, "-" before it for descending;
 * `columns`: fields in order, empty for the list's own. `mine`: whoever asks saved it, and may change it. `pinned`, `opensWith`:
 * whoever asks has it in their navigation; the list opens with it for them. `linked`: it can be read by a link.
 */
export const View = z.object({
  id: Id,
  name: z.string(),
  record: ViewRecord,
  filter: StoredFilter.nullable(),
  sort: z.string().nullable(),
  columns: z.array(z.string()),
  access: Access,
  owner: z.string(),
  mine: z.boolean(),
  pinned: z.boolean(),
  opensWith: z.boolean(),
  linked: z.boolean(),
  version: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type View = z.infer<typeof View>;
export const ViewList = z.object({ data: z.array(View), nextCursor: z.null() });

const name = z
  .string()
  .trim()
  .min(1, { error: "must not be empty" })
  .max(120, { error: "must have at most 120 characters" });
const sort = z
  .string()
  .trim()
  .max(100)
  .transform((text) => text || null)
  .nullable();
const columns = z.array(z.string().trim().min(1).max(100)).max(50, { error: "must be at most 50" });

export const ListViews = z.object({ record: ViewRecord.optional() }).strict();
export const ViewId = z.object({ id: Uuid }).strict();
export const CreateView = z
  .object({
    name,
    record: ViewRecord,
    filter: FilterInput.nullable().optional(),
    sort: sort.optional(),
    columns: columns.optional(),
    access: Access.default("private"),
    pinned: Flag.optional(),
  })
  .strict();

/** Fields left out stay as they are. A view stays one of its list. */
export const UpdateView = z
  .object({
    id: Uuid,
    version: Version.optional(),
    name: name.optional(),
    filter: FilterInput.nullable().optional(),
    sort: sort.optional(),
    columns: columns.optional(),
    access: Access.optional(),
  })
  .strict();

/** What is one's own of a view: fields left out stay. */
export const ChooseView = z
  .object({ id: Uuid, pinned: Flag.optional(), opensWith: Flag.optional() })
  .strict();
export const RemovedView = z.object({ id: Id });

/** The addresses of a view for readers without an account: shown once, since their secret is not stored. */
export const ViewLink = z.object({ id: Id, feed: z.string(), csv: z.string() });

export const FilterFieldsOf = z.object({ record: ViewRecord }).strict();
const Names = z.object({ en: z.array(z.string()).readonly(), zh: z.array(z.string()).readonly() });
const FilterField = z.object({
  name: z.string(),
  kind: z.enum(fieldKinds),
  names: Names,
  optional: z.boolean(),
  of: z.string().optional(),
  choices: z
    .array(z.object({ value: z.string(), names: Names }))
    .readonly()
    .optional(),
  to: z.string().optional(),
  person: z.boolean().optional(),
  only: z.array(z.enum(operators)).readonly().optional(),
});
const Words = z.object({ field: z.string(), op: z.enum(["search", "matches"]) });

/**
 * What a list can be asked: `records`: its fields, and those of the records they lead to (`to`); `aliases`: parameters that ask a
 * field in a way of their own.
 */
export const FilterFields = z.object({
  record: z.string(),
  records: z.record(
    z.string(),
    z.object({ fields: z.array(FilterField).readonly(), words: Words.nullable() }),
  ),
  aliases: z.array(z.object({ param: z.string(), field: z.string(), op: z.enum(operators) })).readonly(),
});
export type FilterFields = z.infer<typeof FilterFields>;

const path = z.string().trim().min(1, { error: "must not be empty" }).max(200);
export const ListFilterValues = z
  .object({ record: ViewRecord, field: path, q: z.string().trim().max(200).default("") })
  .strict();
/** `value`: what to ask the field for; `label`: what it is called in both languages, if it has a name. */
export const FilterValues = z.object({
  data: z.array(z.object({ value: z.string(), label: Localized.nullable() })),
});
export type FilterValues = z.infer<typeof FilterValues>;

/** `text`: a filter as a person types it, in either language; `language`: in which it is answered. */
export const ParseFilter = z
  .object({
    record: ViewRecord,
    text: z
      .string({ error: "must be text" })
      .max(maxText, { error: `must have at most ${maxText} characters` }),
    language: z.enum(["en", "zh"], { error: "must be en or zh" }).default("en"),
  })
  .strict();

/** The filter that a text is, and how it is written. */
export const ParsedFilter = z.object({ filter: StoredFilter, text: z.string() });
