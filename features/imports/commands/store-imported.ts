import { z } from "zod";
import { storeItems } from "@/features/news/commands/store-items";
import { knownItems } from "@/features/news/queries/known-items";
import { newId } from "@/server/ids";
import { command } from "@/server/operation";
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
    const known = new Set((await knownItems(ctx, items)).map(({ key }) => key));
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
