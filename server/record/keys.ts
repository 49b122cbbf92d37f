import type { QueryContext } from "@/server/operation";
import { askedFilter } from "./asked-filter";
import { keysSql, type Plans } from "./page-sql";
import type { RecordOf, Sql } from "./record";
import { type After, sortOf } from "./sort";

type Which = { sort: string; limit: number; after?: After | null; conditions?: readonly Sql[] } & Plans;

/** SQL of the `key` and `id` of the first records that some parameters ask for, for statements of one's own. */
export async function keysOf(
  ctx: QueryContext,
  of: RecordOf,
  parameters: Readonly<Record<string, unknown>>,
  { sort, limit, after = null, conditions = [], ...plans }: Which,
): Promise<Sql> {
  const asked = await askedFilter(ctx, of, parameters);
  return keysSql(ctx, { of, ...asked, conditions, sort: sortOf(of, sort), after, limit }, plans);
}
