import { z } from "zod";
import { folded } from "@/lib/filter/names";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import { isUuid } from "@/server/ids";
import type { QueryContext } from "@/server/operation";
import type { Lookup, Sql } from "./record";

/** What is asked for: names as they are compared, ids among them, and the workspace. */
export type Wanted = { names: Sql; ids: Sql; workspace: Sql };

const Named = z.object({ id: z.string(), name: z.string(), own: z.boolean() });

/**
 * Finds ids by names. `select`: SQL of rows `id`, `name` (folded, one of those wanted) and `own`: an id or slug, which goes
 * before what others are merely called. Names with a folding of their own (NFKC, capitals aside) say so with `foldedSql`.
 */
export function lookupBy(select: (wanted: Wanted) => Sql): Lookup {
  return async (ctx: QueryContext, names) => {
    const byFolded = new Map(names.map((name) => [name, folded(name)]));
    const found = await rows(
      ctx.tx,
      Named,
      select({
        names: Prisma.sql`${[...byFolded.values()]}::text[]`,
        ids: Prisma.sql`${names.filter(isUuid)}::uuid[]`,
        workspace: Prisma.sql`${ctx.workspaceId}::uuid`,
      }),
    );
    const called = (name: string) => {
      const all = found.filter((one) => one.name === byFolded.get(name));
      const own = all.filter((one) => one.own);
      return [...new Set((own.length > 0 ? own : all).map(({ id }) => id))];
    };
    const ids = names.map((name): [string, string[]] => [name, called(name)]);
    return new Map(ids.filter(([, some]) => some.length > 0));
  };
}

/** SQL of a name as names are compared. */
export function foldedSql(name: Sql): Sql {
  return Prisma.sql`lower(normalize(${name}, NFKC))`;
}
