import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { type QueryContext, query } from "@/server/operation";
import type { ImportedItem } from "../domain/item-of-row";
import { KnownItems, KnownKeys } from "../schema";

export const knownItems = query({
  name: "import.knownItems",
  summary: "Which items of a file are here already",
  allow: "news:write",
  input: KnownItems,
  output: KnownKeys,
  run: async (ctx, { items }) => ({ keys: [...(await knownKeys(ctx, items))] }),
});

/** The keys of those that came before, by whichever way: the same address is the same item. */
export async function knownKeys(ctx: QueryContext, items: readonly ImportedItem[]): Promise<Set<string>> {
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
      SELECT g.key FROM g JOIN news_item AS i
        ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.feed_id IS NULL AND i.source_key = g.key
      UNION
      SELECT g.key FROM g JOIN news_item AS i
        ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.url IN (g.url, g.plain)`,
  );
  return new Set(found.map(({ key }) => key));
}
