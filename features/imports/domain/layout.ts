import { parse } from "csv-parse/sync";
import { mappingOf } from "./columns";

/** How a table is written. `skipped`: rows before the one with the columns' names. */
export type Layout = { delimiter: string; skipped: number };

const separators = [",", ";", "\t", "|"] as const;
const maxRows = 30;

/**
 * The layout that a file's beginning shows: the separator that gives the most even rows of two cells or more, outside quotation
 * marks; what stands above the first such row (a report's title, "sep=;") is no part of the table.
 */
export function layoutOf(beginning: string): Layout {
  const text = beginning.replace(/^\uFEFF/, "");
  const said = /^"?sep=(.)"?(?:\r\n|\r|\n)/i.exec(text)?.[1];
  const candidates = said === undefined ? separators : [said === "\\" ? "\t" : said];
  const judged = candidates.map((delimiter) => judge(text, delimiter, said !== undefined));
  const [first = { delimiter: ",", skipped: 0, evenness: 0 }, ...others] = judged;
  const { delimiter, skipped } = others.reduce(
    (best, one) => (one.evenness > best.evenness ? one : best),
    first,
  );
  return { delimiter, skipped };
}

function judge(text: string, delimiter: string, said: boolean): Layout & { evenness: number } {
  const rows = rowsOf(text, delimiter);
  const table = said ? rows.slice(1) : rows;
  const above = beforeTable(table);
  const counts = table.slice(above).map(cellsIn);
  const usual = commonest(counts.filter((cells) => cells > 0));
  const even = counts.filter((cells) => cells === usual).length;
  // One column is what every wrong separator gives.
  const evenness = usual < 2 ? 0 : even / counts.length + Math.min(usual, 50) / 1000;
  return { delimiter, evenness, skipped: (said ? 1 : 0) + above };
}

/** Rows of one cell above one whose names are known: a report's title. Any other first row holds the names itself. */
function beforeTable(rows: readonly string[][]): number {
  const first = rows.findIndex((row) => cellsIn(row) > 1);
  return first > 0 && mappingOf(rows[first] ?? []).title !== undefined ? first : 0;
}

/** The whole rows of the beginning; its last may be cut. */
function rowsOf(text: string, delimiter: string): string[][] {
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: maxRows,
  };
  try {
    const rows: string[][] = parse(text, options);
    return rows.length > 1 && rows.length < maxRows && !/[\r\n]$/.test(text) && text.length > 60_000
      ? rows.slice(0, -1)
      : rows;
  } catch {
    // A quotation mark that the cut left open.
    return text
      .split(/\r\n|\r|\n/)
      .slice(0, maxRows)
      .map((line) => line.split(delimiter));
  }
}

function cellsIn(row: readonly string[]): number {
  return row.length === 1 && row[0]?.trim() === "" ? 0 : row.length;
}

function commonest(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].reduce(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best),
    [0, 0] as [number, number],
  )[0];
}
