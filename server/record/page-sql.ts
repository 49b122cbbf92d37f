import { z } from "zod";
import type { Filter } from "@/lib/filter/tree";
import { Prisma } from "@/server/db/client";
import type { QueryContext } from "@/server/operation";
import type { Compile } from "./compile-sql";
import type { Alias, RecordOf, Sql } from "./record";
import { type After, afterSql, keyText, orderSql, type Sort } from "./sort";

/** What a list is asked: which records, in which order, from where on. */
export type Question = {
  of: RecordOf;
  /** Names looked up, as prepare leaves it. */
  filter: Filter;
  compile: Compile;
  /** Further conditions, on the record by its own alias. */
  conditions: readonly Sql[];
  sort: Sort;
  after: After | null;
  limit: number;
};

/**
 * SQL of the first rows' `key` and `id`, in order, in a way of the record's own; null for a question it knows no better way for.
 */
export type Plan = (ctx: QueryContext, question: Question) => Sql | null;

/** Ways of a record's own to read a page and to count; `count` is SQL of one number. */
export type Plans = { plan?: Plan; count?: Plan };

export function aliasOf(of: RecordOf): Alias {
  return Prisma.raw(of.alias);
}

/** SQL of the sort values and ids of a page's rows: out of one index range where there is an index for the order. */
export function keysSql(ctx: QueryContext, question: Question, { plan }: Plans): Sql {
  const planned = plan?.(ctx, question);
  if (planned) return planned;
  const { of, sort, after, limit } = question;
  const alias = aliasOf(of);
  const [key, id] = [sort.value(alias), Prisma.sql`${alias}.id`];
  const conditions = [...matching(ctx, question), ...afterSql(sort, after, key, id)];
  return Prisma.sql`SELECT ${key} AS key, ${id} FROM ${of.table} AS ${alias}
    WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${orderSql(sort, key, id)} LIMIT ${limit}`;
}

/** SQL conditions on the record: of this workspace, and found by the filter. */
export function matching(
  ctx: QueryContext,
  { of, filter, compile, conditions }: Question,
  all = false,
): Sql[] {
  return [
    Prisma.sql`${aliasOf(of)}.workspace_id = ${ctx.workspaceId}::uuid`,
    ...("and" in filter && filter.and.length === 0 ? [] : [compile(filter, aliasOf(of), all)]),
    ...conditions,
  ];
}

/** Counting further says nothing a reader needs. */
const maxCounted = 10_000;

export const TotalShape = z.object({ count: z.number().int(), exact: z.boolean() });
export type Total = z.infer<typeof TotalShape>;

/** How many there are, of a count that ends one beyond the last it tells. */
export function totalOf(counted: number): Total {
  return { count: Math.min(counted, maxCounted), exact: counted <= maxCounted };
}

/** SQL of how many the filter finds; it stops one beyond the last it tells. */
export function countSql(ctx: QueryContext, question: Question, { plan, count }: Plans): Sql {
  const known = count?.(ctx, question);
  if (known) return known;
  const counted = { ...question, after: null, limit: maxCounted + 1 };
  const { of } = question;
  const found =
    plan?.(ctx, counted) ??
    Prisma.sql`SELECT 1 FROM ${of.table} AS ${aliasOf(of)}
      WHERE ${Prisma.join(matching(ctx, counted, true), " AND ")} LIMIT ${counted.limit}`;
  return Prisma.sql`SELECT count(*)::int FROM (${found}) AS counted`;
}

type Dressed = { columns: Sql; joins: Sql; total: Sql | null };

/** One statement: only the rows of the page are dressed with their columns. Each has its `sortKey`, and the total. */
export function pageSql(ctx: QueryContext, { of, sort }: Question, keys: Sql, dressed: Dressed): Sql {
  const alias = aliasOf(of);
  const [key, id] = [Prisma.sql`page.key`, Prisma.sql`page.id`];
  const total = dressed.total ? Prisma.sql`, (${dressed.total}) AS "totalCount"` : Prisma.empty;
  return Prisma.sql`
    WITH page AS MATERIALIZED (${keys})
    SELECT ${dressed.columns}, ${keyText(sort, key)} AS "sortKey" ${total}
    FROM page JOIN ${of.table} AS ${alias} ON ${alias}.workspace_id = ${ctx.workspaceId}::uuid AND ${alias}.id = page.id
    ${dressed.joins} ORDER BY ${orderSql(sort, key, id)}`;
}
