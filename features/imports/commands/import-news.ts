import type { Context } from "@/server/context";
import { invalid } from "@/server/errors";
import { parseInput } from "@/server/operation";
import { procedure } from "@/server/operation/procedure";
import { importFields, type Mapping, mappingOf } from "../domain/columns";
import { type ImportedItem, itemOfRow, type RowProblem } from "../domain/item-of-row";
import { type FileRow, NotATable, readRows } from "../domain/read-rows";
import { ImportOptions, ImportResult, ImportText } from "../schema";
import { recordImport, storeImported } from "./store-imported";

const piece = 500;
const maxErrors = 1000;

const sentences: Record<RowProblem, string> = {
  unreadable: "is not a JSON object",
  tooManyCells: "has more cells than there are columns; put a text with commas into quotation marks",
  noTitle: "has no title",
  longTitle: "has a title of more than 1000 characters",
  badUrl: "has an address that does not start with http:// or https://",
  badDate: "has a date that cannot be read; write it like 2024-02-16 or 2024-02-16T08:00:00Z",
  badLanguage: "has a language that is no code like en or zh",
  badCharacters: "has characters that cannot be read; save the whole file as UTF-8",
};

export const importNewsText = procedure({
  name: "news.import",
  summary:
    "Import news from CSV or lines of JSON: bad rows are set aside and named, the same file again adds nothing. Files over 5 MB: send the file itself as text/csv or application/x-ndjson, with the options in the address",
  allow: "news:write",
  http: { method: "POST", path: "/news/import" },
  input: ImportText,
  output: ImportResult,
  run: (context, { content, ...options }) => importNews(context, new Blob([content]).stream(), options),
});

/** A file as it is sent. Its options stand in the address; what it is, it says itself, or its content type does. */
export async function importNewsFile(
  context: Context,
  {
    body,
    parameters,
    contentType,
  }: { body: ReadableStream<Uint8Array>; parameters: object; contentType: string },
): Promise<ImportResult> {
  const format = /ndjson|jsonl|json-?lines/i.test(contentType) ? "jsonl" : "csv";
  return importNews(context, body, parseInput(ImportOptions, { format, ...parameters }));
}

/** Reads a file row by row and stores it in pieces, each of its own transaction; so a file of any size is a few rows in memory. */
async function importNews(
  context: Context,
  body: ReadableStream<Uint8Array>,
  { format, name, dryRun, ...chosen }: ImportOptions,
): Promise<ImportResult> {
  // Refuses whoever may not, before anything is read.
  await storeImported(context, { items: [], dryRun: true });
  const run = new ImportRun(context, dryRun);
  try {
    for await (const read of readRows(body, format)) {
      if ("columns" in read) run.begin(read.columns, withoutEmpty(chosen));
      else await run.take(read);
    }
    return await run.end();
  } catch (error) {
    if (error instanceof NotATable) throw invalid({ file: brokenAt(error, run.result.created, dryRun) });
    throw error;
  } finally {
    // Also of a file that broke off: what came before is stored, and stays.
    const { created, failed } = run.result;
    if (!dryRun && created > 0) await recordImport(context, { name, created, failed });
  }
}

function brokenAt({ message }: NotATable, created: number, dryRun: boolean): string {
  const stored = !dryRun && created > 0 ? `; ${created} items before that are stored` : "";
  return `cannot be read as a table ${message}; is a quotation mark left open?${stored}`;
}

function withoutEmpty(chosen: { [field in keyof Mapping]?: string | undefined }): Mapping {
  return Object.fromEntries(Object.entries(chosen).filter(([, column]) => column));
}

class ImportRun {
  readonly result: ImportResult;
  private waiting: ImportedItem[] = [];
  /** Of a dry run, which leaves nothing behind that later rows could be compared with. */
  private readonly tried = new Set<string>();

  constructor(
    private readonly context: Context,
    dryRun: boolean,
  ) {
    const nothing = { found: 0, created: 0, known: 0, failed: 0 };
    this.result = { dryRun, ...nothing, columns: [], mapping: {}, ignored: [], errors: [] };
  }

  begin(columns: string[], chosen: Mapping): void {
    const missing = importFields.find(
      (field) => chosen[field] !== undefined && !columns.includes(chosen[field]),
    );
    if (missing) throw invalid({ [missing]: `names a column that is not in the file: ${chosen[missing]}` });
    const mapping = mappingOf(columns, chosen);
    const used = Object.values(mapping);
    Object.assign(this.result, {
      columns,
      mapping,
      ignored: columns.filter((column) => !used.includes(column)),
    });
    if (mapping.title === undefined)
      throw invalid({
        title: `no column is called title (标题); the file has: ${columns.slice(0, 20).join(", ")}. Name the one that holds the title`,
      });
  }

  async take(read: FileRow): Promise<void> {
    this.result.found += 1;
    if ("problem" in read) return this.refuse(read.row, null, read.problem);
    const item = itemOfRow(read.values, this.result.mapping, this.context.workspace.timeZone);
    if ("problem" in item)
      return this.refuse(
        read.row,
        item.field && (this.result.mapping[item.field] ?? item.field),
        item.problem,
      );
    this.waiting.push(item);
    if (this.waiting.length === piece) await this.store();
  }

  async end(): Promise<ImportResult> {
    if (this.result.columns.length === 0 && this.result.found === 0)
      throw invalid({ file: "is empty: it needs a first row with the columns' names" });
    await this.store();
    return this.result;
  }

  private refuse(row: number, column: string | null, problem: RowProblem): void {
    this.result.failed += 1;
    if (this.result.errors.length < maxErrors)
      this.result.errors.push({ row, column, problem, message: `Row ${row} ${sentences[problem]}.` });
  }

  private async store(): Promise<void> {
    if (this.waiting.length === 0) return;
    const items = this.waiting;
    this.waiting = [];
    const { dryRun } = this.result;
    const untried = dryRun ? items.filter(({ key }) => !this.tried.has(key)) : items;
    const stored = await storeImported(this.context, { items: untried, dryRun });
    if (dryRun) for (const { key } of untried) this.tried.add(key);
    this.result.created += stored.created;
    this.result.known += stored.known + items.length - untried.length;
  }
}
