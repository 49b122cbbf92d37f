import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { guessEncoding } from "@/server/documents/encoding";
import { type Layout, layoutOf } from "./layout";

/** One row of a file. `row` is its number as a spreadsheet shows it, in lines of JSON that of the line. */
export type FileRow =
  | { row: number; values: Record<string, string> }
  | { row: number; problem: "unreadable" | "tooManyCells" };
export type FileFormat = "csv" | "jsonl";

/** What follows in the file is no table. */
export class NotATable extends Error {}

/** Enough to see in which encoding and with which separators a file is written. */
const sampleBytes = 65_536;
/** Lines of JSON leave out what they do not have: the columns are those of so many lines. */
const sampleLines = 100;
/** A field that long is a quotation mark that was never closed. */
const maxRecord = 1_000_000;

/**
 * The rows of a CSV file or of lines of JSON, one after the other: of a file of any size only a few are in memory. The first
 * item is the columns' names (of JSON, those of its first lines). Encoding (UTF-8, UTF-16, GB18030), separator and where the
 * table begins are seen from the file's beginning. Throws NotATable.
 */
export async function* readRows(
  body: ReadableStream<Uint8Array>,
  format: FileFormat,
): AsyncGenerator<{ columns: string[] } | FileRow> {
  const { sample, whole } = await beginning(body);
  const text = whole.pipeThrough(
    new TextDecoderStream(encodingOf(sample)) as ReadableWritablePair<string, Uint8Array>,
  );
  if (format === "jsonl") yield* readLines(text);
  else yield* readTable(text, layoutOf(new TextDecoder(encodingOf(sample)).decode(sample)));
}

async function beginning(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < sampleBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  const whole = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const kept = chunks.shift();
      if (kept) return controller.enqueue(kept);
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const sample = new Uint8Array(Buffer.concat(chunks).subarray(0, sampleBytes));
  return { sample, whole };
}

function encodingOf(sample: Uint8Array): string {
  const [a, b] = sample;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  try {
    // The sample may end within a character.
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
    return "utf-8";
  } catch {
    return guessEncoding(sample) ?? "windows-1252";
  }
}

async function* readTable(
  text: ReadableStream<string>,
  { delimiter, skipped }: Layout,
): AsyncGenerator<{ columns: string[] } | FileRow> {
  const parser = parse({
    delimiter,
    bom: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    maxRecordSize: maxRecord,
  });
  const source = Readable.fromWeb(text as Parameters<typeof Readable.fromWeb>[0]);
  // Not pipe(): a file that breaks off must end the reading too, and whoever stops reading must stop the file. What went wrong
  // is thrown to the reader below.
  const records = pipeline(source, parser, () => {});
  let columns: string[] | null = null;
  let row = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      row += 1;
      if (row <= skipped || record.every((value) => value.trim() === "")) continue;
      if (columns === null) {
        columns = record.map((name) => name.trim());
        yield { columns: [...new Set(columns.filter(Boolean))] };
      } else yield rowOf(row, columns, record);
    }
  } catch (error) {
    if (error instanceof CsvError) throw new NotATable(`near row ${row + 1}`);
    throw error;
  }
}

/** Cells by their columns' names. A column without a name is nobody's; of two that share one the first with something in it counts. */
function rowOf(row: number, columns: readonly string[], cells: readonly string[]): FileRow {
  // Which cell is one too many nobody can tell: a comma without quotation marks has moved the rest.
  if (cells.slice(columns.length).some((cell) => cell.trim() !== "")) return { row, problem: "tooManyCells" };
  const values: Record<string, string> = {};
  for (const [at, name] of columns.entries())
    if (name !== "" && !values[name]?.trim()) values[name] = cells[at] ?? "";
  return { row, values };
}

async function* readLines(text: ReadableStream<string>): AsyncGenerator<{ columns: string[] } | FileRow> {
  let sample: FileRow[] | null = [];
  for await (const row of jsonRows(text)) {
    if (sample === null) {
      yield row;
    } else if (sample.push(row) === sampleLines) {
      yield* withColumns(sample);
      sample = null;
    }
  }
  if (sample !== null) yield* withColumns(sample);
}

function* withColumns(sample: readonly FileRow[]): Generator<{ columns: string[] } | FileRow> {
  const columns = new Set(sample.flatMap((row) => ("values" in row ? Object.keys(row.values) : [])));
  if (columns.size > 0) yield { columns: [...columns] };
  yield* sample;
}

async function* jsonRows(text: ReadableStream<string>): AsyncGenerator<FileRow> {
  let row = 0;
  for await (const line of linesOf(text)) {
    row += 1;
    if (line.trim() === "") continue;
    const values = asRecord(line);
    yield values ? { row, values } : { row, problem: "unreadable" };
  }
}

async function* linesOf(text: ReadableStream<string>): AsyncGenerator<string> {
  let rest = "";
  let row = 0;
  for await (const chunk of text as unknown as AsyncIterable<string>) {
    const lines = (rest + chunk).split(/\r\n|\n/);
    rest = lines.pop() ?? "";
    row += lines.length;
    if (rest.length > maxRecord) throw new NotATable(`near line ${row + 1}`);
    yield* lines;
  }
  yield rest;
}

function asRecord(line: string): Record<string, string> | null {
  try {
    const parsed: unknown = JSON.parse(line.replace(/^\uFEFF/, ""));
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
    return Object.fromEntries(
      Object.entries(parsed).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(", ") : String(value ?? ""),
      ]),
    );
  } catch {
    return null;
  }
}
