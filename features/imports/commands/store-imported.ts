import { z } from "zod";
import { storeItems } from "@/features/news/commands/store-items";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import type { ImportedItem } from "../domain/item-of-row";
import { RecordImport, StoredImported, StoreImported } from "../schema";

export const storeImported = command({
  name: "news.storeImported",
  summary: "Store a piece of an imported file; what is here already is left alone",
  allow: "news:write",
  input: StoreImported,
  output: StoredImported,
  run: async (ctx, { items, dryRun }) => {
    ctx.unaudited();
    const known = await knownKeys(ctx, items);
    const fresh = items.filter(({ key }) => !known.has(key));
    if (dryRun)
      return { created: new Set(fresh.map(({ key }) => key)).size, known: items.length - fresh.length };
    const { created } = await storeItems(ctx, null, fresh.map(asFetched));
    return { created, known: items.length - created };
  },
});

function asFetched({ key, ...item }: ImportedItem) {
  return { ...item, sourceKey: key, author: null, html: "" };
}

/** Those that came before, by whichever way: the same address is the same item. */
async function knownKeys(ctx: CommandContext, items: readonly ImportedItem[]): Promise<Set<string>> {
  const given = items.map(({ key, url }) => ({
    key,
    url,
    plain: key.startsWith("url:") ? key.slice(4) : null,
  }));
  const found = await rows(
    ctx.tx,
    z.object({ key: z.string() }),
    Prisma.sql`
      WITH g AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g (key text, url text, plain text))
      SELECT g.key FROM g JOIN news_item AS i ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.feed_id IS NULL AND i.source_key = g.key
      UNION
      SELECT g.key FROM g JOIN news_item AS i ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.url IN (g.url, g.plain)`,
  );
  return new Set(found.map(({ key }) => key));
}

export const recordImport = command({
  name: "news.recordImport",
  summary: "Write down that a file was imported, and what came of it",
  allow: "news:write",
  input: RecordImport,
  output: z.object({}),
  run: async (ctx, { name, created, failed }) => {
    ctx.audit({
      entity: "newsImport",
      entityId: newId(),
      label: name,
      changes: { created: [null, created], failed: [null, failed] },
    });
    return {};
  },
});
