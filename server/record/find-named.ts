import { z } from "zod";
import { nameFinder } from "@/lib/text/search-terms";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import type { Alias, Find, Sql } from "./record";

const Named = z.object({ id: z.string(), text: z.string() });

/** A search of a table that has a few thousand rows at most: all are read and looked through, without an index. */
export function findNamed(table: string, text: (alias: Alias) => Sql): Find {
  return async (ctx, words) => {
    const all = await rows(
      ctx.tx,
      Named,
      Prisma.sql`SELECT t.id, ${text(Prisma.raw("t"))} AS text FROM ${Prisma.raw(table)} AS t
        WHERE t.workspace_id = ${ctx.workspaceId}::uuid`,
    );
    const finds = nameFinder(words);
    const ids = all.flatMap((one) => (finds(one.text) ? [one.id] : []));
    return (alias) => Prisma.sql`${alias}.id = ANY(${ids}::uuid[])`;
  };
}
