import { z } from "zod";
import { storeItems } from "@/features/news/commands/store-items";
import { writeTags } from "@/features/tags/commands/write-tags";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { RunFailure, run } from "@/server/jobs/runs/run";
import type { CommandContext } from "@/server/operation";
import { batchSize } from "../commands/read-import";
import type { ImportedItem } from "../domain/item-of-row";
import { knownKeys } from "../queries/known-keys";
import { Header, ImportCounts, ImportedItem as Item } from "../schema";

/** Stores the rows of a file, about itself: several may wait. The file's rows lie in import_row until they are stored. */
export const importRun = run({
  kind: "news.import",
  as: "imports",
  allow: "news:write",
  undo: "news.undoImport",
  /** `complete`: all of the file has arrived. */
  input: Header.extend({ complete: z.boolean() }),
  cursor: z.object({ row: z.number().int() }),
  result: ImportCounts,
  step: async (ctx, { id, input, cursor, result }) => {
    if (!input.complete)
      throw new RunFailure("The file was not sent to its end. Send it again.", "importBrokenOff");
    const staged = await nextRows(ctx, id, cursor?.row ?? 0);
    const items = staged.flatMap(({ item }) => (item === null ? [] : [item]));
    const created = await store(ctx, id, items);
    const last = staged.at(-1)?.row ?? cursor?.row ?? 0;
    await removeStaged(ctx, id, last);
    return {
      done: staged.length,
      cursor: { row: last },
      result: {
        created: result.created + created,
        known: result.known + items.length - created,
        failed: result.failed + staged.length - items.length,
      },
      goesOn: staged.length === batchSize,
    };
  },
  end: async (ctx, { id, label, result: { created, failed } }) => {
    await removeStaged(ctx, id, null);
    if (created + failed === 0) return;
    ctx.audit({
      entity: "newsImport",
      entityId: id,
      label,
      changes: { created: [null, created], failed: [null, failed] },
    });
  },
});

const Staged = z.object({ row: z.number().int(), item: Item.nullable() });

function nextRows(ctx: CommandContext, runId: string, after: number) {
  return rows(
    ctx.tx,
    Staged,
    Prisma.sql`SELECT r.row, r.item FROM import_row AS r
      WHERE r.workspace_id = ${ctx.workspaceId}::uuid AND r.run_id = ${runId}::uuid AND r.row > ${after}
      ORDER BY r.row LIMIT ${batchSize}::int`,
  );
}

/** Those that are not here yet, remembered as what this run added; how many. */
async function store(ctx: CommandContext, runId: string, items: readonly ImportedItem[]): Promise<number> {
  const known = await knownKeys(ctx, items);
  const fresh = items
    .filter(({ key }) => !known.has(key))
    .map(({ key, theses: _, ...item }) => ({ ...item, sourceKey: key, author: null, html: "" }));
  const { created } = await storeItems(ctx, null, fresh);
  await tag(ctx, runId, created, items);
  await ctx.tx.importItem.createMany({
    data: created.map((newsItemId) => ({ workspaceId: ctx.workspaceId, runId, newsItemId })),
  });
  return created.length;
}

const Created = z.object({ id: z.string(), sourceKey: z.string() });

/** The theses a row names are tags by this import, which taking it back takes off. */
async function tag(
  ctx: CommandContext,
  runId: string,
  created: readonly string[],
  items: readonly ImportedItem[],
): Promise<void> {
  const theses = new Map(
    items.flatMap((item) => (item.theses.length > 0 ? [[item.key, item.theses] as const] : [])),
  );
  if (theses.size === 0) return;
  const stored = await rows(
    ctx.tx,
    Created,
    Prisma.sql`SELECT i.id, i.source_key AS "sourceKey" FROM news_item AS i
      WHERE i.workspace_id = ${ctx.workspaceId}::uuid AND i.id = ANY(${created}::uuid[])`,
  );
  const changes = stored.flatMap(({ id, sourceKey }) =>
    (theses.get(sourceKey) ?? []).map((thesisId) => ({
      subjectId: id,
      thesisId,
      stance: "neutral" as const,
      strength: 1,
    })),
  );
  await writeTags(ctx, "news", changes, { origin: "import", sourceId: runId });
}

/** What was set aside stays, to be shown. */
async function removeStaged(ctx: CommandContext, runId: string, upTo: number | null): Promise<void> {
  await ctx.tx.$executeRaw`
    DELETE FROM import_row WHERE workspace_id = ${ctx.workspaceId}::uuid AND run_id = ${runId}::uuid
      AND item IS NOT NULL AND (${upTo}::int IS NULL OR row <= ${upTo}::int)`;
}
