import type { RunStarted } from "@/features/runs/schema";
import { listTheses } from "@/features/theses/queries";
import { folded } from "@/lib/filter/names";
import type { Context } from "@/server/context";
import { AppError } from "@/server/errors";
import { finishRun } from "@/server/jobs/runs/finish-run";
import { parseInput } from "@/server/operation";
import { procedure } from "@/server/operation/procedure";
import type { ThesisNamed } from "../domain/item-of-row";
import { importRun } from "../jobs/import";
import { getImport } from "../queries/imports";
import { importedKeys } from "../queries/known-keys";
import { ImportAnswer, ImportOptions, ImportText } from "../schema";
import { readImport } from "./read-import";
import { abandonImport, beginImport, stageRows, submitImport } from "./stage-import";
import { tryImport } from "./try-import";

export const importNewsText = procedure({
  name: "news.import",
  summary:
    "Import news from CSV or lines of JSON, in the background: bad rows are set aside and named, the same file again adds nothing. Files over 5 MB: send the file itself as text/csv or application/x-ndjson, with the options in the address. With `dryRun` or `wait`, what came of it is answered (200)",
  allow: "news:write",
  http: { method: "POST", path: "/news/import", status: 202 },
  input: ImportText,
  output: ImportAnswer,
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
): Promise<ImportAnswer> {
  const format = /ndjson|jsonl|json-?lines/i.test(contentType) ? "jsonl" : "csv";
  return importNews(context, body, parseInput(ImportOptions, { format, ...parameters }));
}

/** Reads a file row by row and keeps the rows for the run that stores them; so a file of any size is a few rows in memory. */
async function importNews(
  context: Context,
  body: ReadableStream<Uint8Array>,
  { format, name, dryRun, wait, ...chosen }: ImportOptions,
): Promise<ImportAnswer> {
  // Refuses whoever may not, before anything is read.
  await importedKeys(context, { items: [] });
  const thesisNamed = await thesesByName(context);
  const read = readImport(body, { format, chosen, timeZone: context.workspace.timeZone, thesisNamed });
  if (dryRun) return tryImport(context, read);
  const started = await stage(context, read, name);
  if (!wait) return started;
  const { state, error } = await finishRun(context, importRun, started.run.id);
  if (state === "failed") throw new AppError("CONFLICT", error ?? "The import failed.");
  const { run, ...result } = await getImport(context, { id: started.run.id });
  return state === "done" || state === "cancelled" ? result : { run };
}

/** Theses by slug and by both names, capitals aside. */
async function thesesByName(context: Context): Promise<ThesisNamed> {
  const { data } = await listTheses(context, {});
  const ids = new Map(
    data.flatMap(({ id, slug, name }) => [slug, name.en, name.zh].map((one) => [folded(one), id] as const)),
  );
  return (name) => ids.get(folded(name));
}

/** The run, to which the whole file was handed; a file that cannot be read to its end leaves nothing but why. */
async function stage(
  context: Context,
  read: ReturnType<typeof readImport>,
  name: string,
): Promise<RunStarted> {
  let id: string | null = null;
  try {
    for await (const part of read) {
      if (!Array.isArray(part)) ({ id } = await beginImport(context, { name, ...part }));
      else if (id !== null) await stageRows(context, { id, rows: part });
    }
  } catch (error) {
    const reason =
      error instanceof AppError ? error.message : "The file broke off while it was sent. Send it again.";
    if (id !== null) await abandonImport(context, { id, reason });
    throw error;
  }
  if (id === null) throw new Error("a file was read that has no header");
  return submitImport(context, { id });
}
