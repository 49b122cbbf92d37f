import { invalid } from "@/server/errors";
import { importFields, type Mapping, mappingOf } from "../domain/columns";
import { type ImportedItem, itemOfRow, type RowProblem, type ThesisNamed } from "../domain/item-of-row";
import { type FileFormat, NotATable, readRows } from "../domain/read-rows";
import type { Header } from "../schema";

/** A row as it would be stored, or what is wrong with it. */
export type ReadRow =
  | { row: number; item: ImportedItem }
  | { row: number; column: string | null; problem: RowProblem };

/** Rows that are handed on, and stored, together. */
export const batchSize = 500;

type Reading = {
  format: FileFormat;
  /** Which column is which field, where the file's names do not say so. */
  chosen: { [field in keyof Mapping]?: string | undefined };
  timeZone: string;
  thesisNamed: ThesisNamed;
};

/**
 * The file's columns and how they are read, then its rows, in batches: of a file of any size a few rows are in memory. INVALID
 * where it is no table, is empty, or has no column for the title.
 */
export async function* readImport(
  body: ReadableStream<Uint8Array>,
  { format, chosen, ...rest }: Reading,
): AsyncGenerator<Header | ReadRow[]> {
  // Of lines of JSON none of which is one, no columns are told.
  let header: Header = { columns: [], mapping: {}, ignored: [] };
  let begun = false;
  let batch: ReadRow[] = [];
  try {
    for await (const read of readRows(body, format)) {
      if ("columns" in read) header = headerOf(read.columns, chosen);
      if (!begun) yield header;
      begun = true;
      if ("columns" in read) continue;
      batch.push("problem" in read ? { ...read, column: null } : rowOf(read.row, read.values, header, rest));
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (error instanceof NotATable)
      throw invalid({ file: `cannot be read as a table ${error.message}; is a quotation mark left open?` });
    throw error;
  }
  if (!begun) throw invalid({ file: "is empty: it needs a first row with the columns' names" });
  if (batch.length > 0) yield batch;
}

function headerOf(columns: string[], chosen: Reading["chosen"]): Header {
  const named: Mapping = Object.fromEntries(Object.entries(chosen).filter(([, column]) => column));
  const missing = importFields.find((field) => named[field] !== undefined && !columns.includes(named[field]));
  if (missing) throw invalid({ [missing]: `names a column that is not in the file: ${named[missing]}` });
  const mapping = mappingOf(columns, named);
  if (mapping.title === undefined)
    throw invalid({
      title: `no column is called title (标题); the file has: ${columns.slice(0, 20).join(", ")}. Name the one that holds the title`,
    });
  const used = Object.values(mapping);
  return { columns, mapping, ignored: columns.filter((column) => !used.includes(column)) };
}

function rowOf(
  row: number,
  values: Readonly<Record<string, string>>,
  { mapping }: Header,
  { timeZone, thesisNamed }: Pick<Reading, "timeZone" | "thesisNamed">,
): ReadRow {
  const item = itemOfRow(values, mapping, timeZone, thesisNamed);
  if (!("problem" in item)) return { row, item };
  return { row, column: item.field && (mapping[item.field] ?? item.field), problem: item.problem };
}
