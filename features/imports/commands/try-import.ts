import type { Context } from "@/server/context";
import { problemSentence } from "../domain/problem-sentences";
import { maxErrors } from "../queries/imports";
import { importedKeys } from "../queries/known-keys";
import type { Header, ImportResult } from "../schema";
import type { ReadRow } from "./read-import";

/** What an import of the file would do; nothing is stored, so what a later row repeats is remembered here. */
export async function tryImport(
  context: Context,
  read: AsyncIterable<Header | ReadRow[]>,
): Promise<ImportResult> {
  const nothing = { found: 0, created: 0, known: 0, failed: 0 };
  const result: ImportResult = {
    dryRun: true,
    ...nothing,
    columns: [],
    mapping: {},
    ignored: [],
    errors: [],
  };
  const tried = new Set<string>();
  for await (const part of read) {
    if (!Array.isArray(part)) {
      Object.assign(result, part);
      continue;
    }
    result.found += part.length;
    for (const row of part) if ("problem" in row) setAside(result, row);
    const items = part.flatMap((row) => ("item" in row && !tried.has(row.item.key) ? [row.item] : []));
    const wanted = items.map(({ key, url }) => ({ key, url }));
    const known = new Set((await importedKeys(context, { items: wanted })).keys);
    const fresh = new Set(items.map(({ key }) => key).filter((key) => !known.has(key)));
    for (const { key } of items) tried.add(key);
    result.created += fresh.size;
  }
  result.known = result.found - result.created - result.failed;
  return result;
}

function setAside(
  result: ImportResult,
  { row, column, problem }: Extract<ReadRow, { problem: unknown }>,
): void {
  result.failed += 1;
  if (result.errors.length < maxErrors)
    result.errors.push({ row, column, problem, message: problemSentence(row, problem) });
}
