import { z } from "zod";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import type { QueryContext } from "@/server/operation";
import { cutPage, decodeCursor } from "./cursor";
import type { Sql } from "./record";

const types = {
  uuid: z.uuid(),
  timestamptz: z.iso.datetime({ offset: true }),
  int: z.string().regex(/^\d{1,9}$/),
};

/** SQL of a value that rows are put in order by, and that value in a row that was read. */
type Key<Row> = { sql: Sql; type: keyof typeof types; of: (row: Row) => string | number };

/** One order of one direction. The keys together tell any two rows apart. */
export type KeysetOrder<Row> = { keys: readonly Key<Row>[]; descending: boolean };

/** Newest first, by when rows were `made`. */
export function newestFirst<Row extends { id: string }>(
  made: Sql,
  id: Sql,
  madeOf: (row: Row) => string,
): KeysetOrder<Row> {
  return {
    keys: [
      { sql: made, type: "timestamptz", of: madeOf },
      { sql: id, type: "uuid", of: (row) => row.id },
    ],
    descending: true,
  };
}

/**
 * A page of what is listed in one order and without filters, as the notes on a record are; records themselves have `list`.
 * `select` is SQL up to the end of its WHERE, which ORDER BY and LIMIT follow.
 */
export async function keysetPage<S extends z.ZodType>(
  ctx: QueryContext,
  shape: S,
  select: Sql,
  { keys, descending }: KeysetOrder<z.output<S>>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ data: z.output<S>[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, placeOf(keys));
  const [way, sign] = descending ? ["DESC", "<"] : ["ASC", ">"];
  const order = keys.map(({ sql }) => Prisma.sql`${sql} ${Prisma.raw(way)}`);
  const place = keys.map(({ type }, at) => Prisma.sql`${after?.[at]}::${Prisma.raw(type)}`);
  const beyond = after
    ? Prisma.sql`AND (${Prisma.join(keys.map(({ sql }) => sql))}) ${Prisma.raw(sign)} (${Prisma.join(place)})`
    : Prisma.empty;
  const found = await rows(
    ctx.tx,
    shape,
    Prisma.sql`${select} ${beyond} ORDER BY ${Prisma.join(order)} LIMIT ${limit + 1}`,
  );
  return cutPage(found, limit, (last) => keys.map(({ of }) => String(of(last))));
}

/** What a cursor of these keys holds. */
function placeOf<Row>(keys: readonly Key<Row>[]) {
  return z
    .array(z.string())
    .length(keys.length)
    .refine((values) => keys.every(({ type }, at) => types[type].safeParse(values[at]).success));
}
