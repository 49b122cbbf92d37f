import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { row, rows } from "@/server/db/rows";
import { type QueryContext, query } from "@/server/operation";
import type { Operation } from "@/server/operation/types";
import { askedFilter } from "./asked-filter";
import { cutPage } from "./cursor";
import { type Facets, FacetsShape, facetsOf } from "./facets";
import {
  aliasOf,
  countSql,
  keysSql,
  type Plans,
  pageSql,
  type Question,
  type Total,
  TotalShape,
  totalOf,
} from "./page-sql";
import { type FilterAsked, filterParameters, type Paging, pagingParameters } from "./parameters";
import type { Alias, RecordOf, Sql } from "./record";
import { afterOf, cursorOf, sortOf } from "./sort";

type Shape = Readonly<Record<string, z.ZodType>>;

export type ListDefinition<
  Row extends z.ZodObject,
  Raw extends z.ZodObject,
  Options extends Shape,
> = Plans & {
  /** `<noun>.list` */
  name: string;
  summary: string;
  path: string;
  /** May it be asked what was known by a day? */
  asOf?: true;
  /** A row as the list answers it; it has an id. */
  row: Row;
  /** SQL behind SELECT of a row: of the record, and of what `joins` adds to it. */
  columns: (record: Alias, ctx: QueryContext) => Sql;
  joins?: (record: Alias) => Sql;
  /** Rows as SQL gives them, where that is not yet a row of the answer. */
  raw?: { shape: Raw; finish: (raw: z.output<Raw>) => z.output<Row> };
  /** The order unless told: a field, "-" before it for the largest or latest first. */
  sort: string;
  limit?: z.ZodType<number>;
  /** Parameters that are no filters, and the SQL conditions they make of what is found. */
  options?: Options;
  where?: (
    ctx: QueryContext,
    options: z.output<z.ZodObject<Options>>,
    found: Found,
  ) => readonly Sql[] | Promise<readonly Sql[]>;
};

/** The record's alias; and the SQL condition that a record of another alias is found by the filter, too. */
export type Found = { alias: Alias; matches: (alias: Alias) => Sql };

/** What a list takes: a parameter for each field, `filter` and `where`, how to page, and its options. */
export type ListInput<Of extends RecordOf, Options extends Shape> = Paging & {
  /** Of a list that may be asked so. */
  asOf?: string | undefined;
} & FilterAsked<Of> &
  OptionsInput<Options>;

type OptionsInput<Options extends Shape> = keyof Options extends never
  ? unknown
  : Partial<z.input<z.ZodObject<Options>>>;

export type ListAnswer<Row> = {
  data: Row[];
  nextCursor: string | null;
  total: Total | null;
  facets: Facets | null;
};

export type ListOperation<Of extends RecordOf, Row, Options extends Shape = Shape> = Operation<
  z.ZodType<unknown, ListInput<Of, Options>>,
  z.ZodType<ListAnswer<Row>>
> & { readonly record: Of };

/**
 * The list of a record: filtered by parameters, `filter` and `where`, all together; in the order of any sortable field, by
 * keyset; with the total, and with counts per value and fewer columns where they are asked for.
 */
export function list<
  Of extends RecordOf,
  Row extends z.ZodObject,
  Raw extends z.ZodObject = Row,
  const Options extends Shape = Record<never, never>,
>(of: Of, definition: ListDefinition<Row, Raw, Options>): ListOperation<Of, z.output<Row>, Options> {
  const { name, summary, path, row, options, limit, asOf } = definition;
  const described = {
    name,
    summary,
    allow: of.read,
    http: { method: "GET", path } as const,
    input: z
      .object({ ...filterParameters(of), ...pagingParameters(of, row, definition.sort, limit), ...options })
      .strict(),
    output: z.object({
      data: z.array(row.partial().required({ id: true })),
      nextCursor: z.string().nullable(),
      total: TotalShape.nullable(),
      facets: FacetsShape.nullable(),
    }),
    run: (ctx: QueryContext, input: Input) => answer(ctx, of, definition, input),
  };
  const operation = asOf ? query({ ...described, asOf }) : query(described);
  // The schemas are made of the record's fields, so that their own types say less. A row lacks columns only where `columns` is given.
  const listed: unknown = Object.assign(operation, { record: of });
  return listed as ListOperation<Of, z.output<Row>, Options>;
}

type Input = { sort: string; total: boolean; limit: number; [parameter: string]: unknown } & {
  columns?: readonly string[] | undefined;
  facets?: readonly string[] | undefined;
  cursor?: string | undefined;
};

async function answer<Row extends z.ZodObject, Raw extends z.ZodObject, Options extends Shape>(
  ctx: QueryContext,
  of: RecordOf,
  definition: ListDefinition<Row, Raw, Options>,
  input: Input,
) {
  const { row, raw } = definition;
  const { sort: order, columns, facets, total, limit, cursor, ...parameters } = input;
  const optionNames = Object.keys(definition.options ?? {});
  const filters = Object.entries(parameters).filter(([name]) => !optionNames.includes(name));
  const { filter, compile } = await askedFilter(ctx, of, Object.fromEntries(filters));
  const own: Found = { alias: aliasOf(of), matches: (alias) => compile(filter, alias) };
  // The operation's input was parsed with the options in it.
  const conditions = await (definition.where?.(ctx, parameters as z.output<z.ZodObject<Options>>, own) ?? []);
  const sort = sortOf(of, order);
  const question: Question = { of, filter, compile, conditions, sort, after: afterOf(sort, cursor), limit };
  const found = await pageRows(ctx, question, definition, total);
  const page = cutPage(found, limit, (last) => cursorOf(sort, Placed.parse(last)));
  const rowOf = (one: unknown) => (raw ? raw.finish(raw.shape.parse(one)) : row.parse(one));
  const shown = (one: unknown) => (columns ? only(rowOf(one), ["id", ...columns]) : rowOf(one));
  return {
    data: page.data.map(shown),
    nextCursor: page.nextCursor,
    total: total
      ? totalOf(Counted.parse(found[0] ?? {}).totalCount ?? (await counted(ctx, question, definition)))
      : null,
    facets: facets ? await facetsOf(ctx, question, facets) : null,
  };
}

/** What a page's statement tells of a row beside its columns: its place in the order, and how many there are in all. */
const Placed = z
  .object({ id: z.string(), sortKey: z.string().nullable() })
  .transform(({ id, sortKey }) => ({ id, key: sortKey }));
const Counted = z.object({ totalCount: z.number().int().optional() });

/** The page's rows and one more, as SQL gives them. */
function pageRows<Row extends z.ZodObject, Raw extends z.ZodObject, Options extends Shape>(
  ctx: QueryContext,
  question: Question,
  { columns, joins, ...plans }: ListDefinition<Row, Raw, Options>,
  total: boolean,
): Promise<unknown[]> {
  const alias = aliasOf(question.of);
  const keys = keysSql(ctx, { ...question, limit: question.limit + 1 }, plans);
  const dressed = {
    columns: columns(alias, ctx),
    joins: joins?.(alias) ?? Prisma.empty,
    total: total ? countSql(ctx, question, plans) : null,
  };
  return rows(ctx.tx, z.unknown(), pageSql(ctx, question, keys, dressed));
}

/** The total of a page without rows: there is nothing, unless it lies behind the last page. */
async function counted(ctx: QueryContext, question: Question, plans: Plans): Promise<number> {
  if (question.after === null) return 0;
  const count = Prisma.sql`SELECT (${countSql(ctx, question, plans)}) AS count`;
  return (await row(ctx.tx, z.object({ count: z.number().int() }), count))?.count ?? 0;
}

function only(row: object, columns: readonly string[]): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name)));
}
