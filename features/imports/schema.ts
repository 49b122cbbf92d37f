import { z } from "zod";
import { Flag } from "@/lib/schema/shapes";
import { importFields } from "./domain/columns";
import { rowProblems } from "./domain/item-of-row";

const column = z.string().max(200).optional();

/** How a file is read. Fields name the columns they are in, where those are not called as usual. */
export const ImportOptions = z
  .object({
    format: z.enum(["csv", "jsonl"], { error: "must be csv or jsonl" }),
    name: z.string().max(200).default(""),
    dryRun: Flag.default(false),
    title: column,
    url: column,
    date: column,
    source: column,
    language: column,
    text: column,
  })
  .strict();
export type ImportOptions = z.output<typeof ImportOptions>;

export const RowError = z.object({
  /** As a spreadsheet numbers rows; of lines of JSON, the line. */
  row: z.number().int(),
  column: z.string().nullable(),
  problem: z.enum(rowProblems),
  message: z.string(),
});
export type RowError = z.infer<typeof RowError>;

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
  columns: z.array(z.string()),
  mapping: z.partialRecord(z.enum(importFields), z.string()),
  ignored: z.array(z.string()),
  errors: z.array(RowError),
});
export type ImportResult = z.infer<typeof ImportResult>;

const ImportedItem = z
  .object({
    key: z.string().min(1).max(500),
    title: z.string(),
    url: z.string().nullable(),
    publishedAt: z.string().nullable(),
    source: z.string().nullable(),
    language: z.string().nullable(),
    text: z.string(),
  })
  .strict();

export const StoreImported = z
  .object({ items: z.array(ImportedItem).max(500), dryRun: z.boolean() })
  .strict();
export const StoredImported = z.object({ created: z.number().int(), known: z.number().int() });
export const RecordImport = z
  .object({ name: z.string().max(200), created: z.number().int(), failed: z.number().int() })
  .strict();
/** A file that fits into a request of JSON; larger ones are sent as they are. */
export const ImportText = ImportOptions.extend({ content: z.string().max(5_000_000) });
