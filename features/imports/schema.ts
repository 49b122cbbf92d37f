import { z } from "zod";
import { newsKinds } from "@/features/news/domain/kinds";
import { Run, RunStarted } from "@/features/runs/schema";
import { Flag, Id, Uuid } from "@/lib/schema/shapes";
import { importFields } from "./domain/columns";
import { rowProblems } from "./domain/item-of-row";

const column = z.string().max(200).optional();

/** How a file is read. Fields name the columns they are in, where those are not called as usual. */
export const ImportOptions = z
  .object({
    format: z.enum(["csv", "jsonl"], { error: "must be csv or jsonl" }),
    name: z.string().max(200).default(""),
    dryRun: Flag.default(false),
    /** Answer what came of it, not the run. */
    wait: Flag.default(false),
    title: column,
    url: column,
    date: column,
    source: column,
    language: column,
    kind: column,
    theses: column,
    text: column,
  })
  .strict();
export type ImportOptions = z.output<typeof ImportOptions>;
/** A file that fits into a request of JSON; larger ones are sent as they are. */
export const ImportText = ImportOptions.extend({ content: z.string().max(5_000_000) });

export const RowError = z.object({
  /** As a spreadsheet numbers rows; of lines of JSON, the line. */
  row: z.number().int(),
  column: z.string().nullable(),
  problem: z.enum(rowProblems),
  message: z.string(),
});
export type RowError = z.infer<typeof RowError>;

export const Header = z.object({
  columns: z.array(z.string()),
  mapping: z.partialRecord(z.enum(importFields), z.string()),
  ignored: z.array(z.string()),
});
export type Header = z.infer<typeof Header>;

/**
 * What came of a file. `created` (or would be), `known` from before and left alone, `failed` rows set aside, the first 1,000 of
 * them in `errors`. `columns` are those of the file, `mapping` which of them are read as what.
 */
export const ImportResult = z.object({
  dryRun: z.boolean(),
  found: z.number().int(),
  created: z.number().int(),
  known: z.number().int(),
  failed: z.number().int(),
  ...Header.shape,
  errors: z.array(RowError),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** What an import did so far. */
export const ImportCounts = z.object({
  created: z.number().int().default(0),
  known: z.number().int().default(0),
  failed: z.number().int().default(0),
});

/** What a person can have done with an item, so that it outlives the import that added it. */
export const touches = ["agreement", "edited", "tagged", "note", "company", "triage", "story"] as const;

/** What undoing an import did so far. `left`: the first 100 of the items kept, and why each was. */
export const UndoneImport = z.object({
  removed: z.number().int().default(0),
  kept: z.number().int().default(0),
  left: z.array(z.object({ id: Id, title: z.string(), reason: z.enum(touches) })).default([]),
});

export const ImportDetail = ImportResult.extend({ run: Run });
export type ImportDetail = z.infer<typeof ImportDetail>;

/** The run that stores the file; of a trial, or with `wait`, what came of it. */
export const ImportAnswer = z.union([RunStarted, ImportResult]);
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const ImportedItem = z
  .object({
    key: z.string().min(1).max(500),
    title: z.string(),
    url: z.string().nullable(),
    publishedAt: z.string().nullable(),
    publishedDay: z.string().nullable(),
    assumedZone: z.string().nullable(),
    source: z.string().nullable(),
    language: z.string().nullable(),
    kind: z.enum(newsKinds).nullable(),
    theses: z.array(z.uuid()),
    text: z.string(),
  })
  .strict();

const StagedRow = z.union([
  z.object({ row: z.number().int(), item: ImportedItem }).strict(),
  z.object({ row: z.number().int(), column: z.string().nullable(), problem: z.enum(rowProblems) }).strict(),
]);

export const BeginImport = Header.extend({ name: z.string().max(200) }).strict();
export const StageRows = z.object({ id: Uuid, rows: z.array(StagedRow).max(500) }).strict();
export const ImportId = z.object({ id: Uuid }).strict();
/** Why the file is not taken after all. */
export const AbandonImport = z.object({ id: Uuid, reason: z.string() }).strict();
export const ImportRef = z.object({ id: Id });

export const WantedItems = z
  .object({ items: z.array(ImportedItem.pick({ key: true, url: true })).max(500) })
  .strict();
export const KnownKeys = z.object({ keys: z.array(z.string()) });
