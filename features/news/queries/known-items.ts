import { z } from "zod";
import { canonicalUrl } from "@/lib/text/addresses";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import type { QueryContext } from "@/server/operation";

const KnownItem = z.object({ key: z.string(), id: z.string(), title: z.string() });

/**
 * The items that are one of the wanted, by whichever way they came: one without a feed by its source key, any by its address,
 * as written or without what only tracks. `key` says of each which one it is; the earliest first.
 */
export function knownItems(
  ctx: QueryContext,
  wanted: readonly { key: string; url: string | null }[],
): Promise<z.infer<typeof KnownItem>[]> {
  const given = wanted.map(({ key, url }) => ({ key, url, plain: url === null ? null : canonicalUrl(url) }));
  return rows(
    ctx.tx,
    KnownItem,
    Prisma.sql`
      WITH g AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g (key text, url text, plain text))
      SELECT g.key, i.id, i.title FROM g JOIN news_item AS i
        ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.feed_id IS NULL AND i.source_key = g.key
      UNION
      SELECT g.key, i.id, i.title FROM g JOIN news_item AS i
        ON i.workspace_id = ${ctx.workspaceId}::uuid AND i.url IN (g.url, g.plain)
      ORDER BY id`,
  );
}
