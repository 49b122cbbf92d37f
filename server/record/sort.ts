import { z } from "zod";
import { Day } from "@/lib/schema/shapes";
import { Prisma } from "@/server/db/client";
import { invalid } from "@/server/errors";
import { instantSql } from "@/server/sql/time";
import { decodeCursor } from "./cursor";
import { type Alias, type Field, type RecordOf, type Sql, sortableFields } from "./record";

/** The order of a list: a field, one way or the other; what has no value comes last, and the id decides between equals. */
export type Sort = {
  name: string;
  descending: boolean;
  value: (record: Alias) => Sql;
  kind: SortKind;
  optional: boolean;
};
type SortKind = "text" | "number" | "day" | "instant";

/** "-amount" → by amount, the largest first. INVALID for what the record is not sorted by. */
export function sortOf(of: RecordOf, written: string): Sort {
  const descending = written.startsWith("-");
  const name = descending ? written.slice(1) : written;
  const field = of.fields[name];
  if (!field?.sortable || !("sql" in field))
    throw invalid({
      sort: `must be one of ${sortableFields(of).join(", ")}, with - before it for the other way`,
    });
  const value = field.sortable === true ? field.sql : field.sortable;
  return { name, descending, value, kind: kindOf(field), optional: field.optional ?? false };
}

function kindOf({ kind }: Field): SortKind {
  return kind === "number" || kind === "day" || kind === "instant" ? kind : "text";
}

const types: Record<SortKind, string> = {
  text: "text",
  number: "numeric",
  day: "date",
  instant: "timestamptz",
};

/** SQL of a sort value as a cursor carries it; read back, it is the same. */
export function keyText({ kind }: Sort, key: Sql): Sql {
  if (kind === "instant") return instantSql(key);
  return kind === "day" ? Prisma.sql`to_char(${key}, 'YYYY-MM-DD')` : Prisma.sql`${key}::text`;
}

/** SQL behind ORDER BY. */
export function orderSql({ descending, optional }: Sort, key: Sql, id: Sql): Sql {
  const way = Prisma.raw(descending ? "DESC" : "ASC");
  const last = descending && optional ? Prisma.raw("NULLS LAST") : Prisma.empty;
  return Prisma.sql`${key} ${way} ${last}, ${id} ${way}`;
}

/** The last row of the page before: its sort value (null where it has none) and its id. */
export type After = { key: string | null; id: string };

const keys: Record<SortKind, z.ZodType<string>> = {
  text: z.string().regex(/^[^\0]*$/),
  number: z.string().regex(/^-?\d+(\.\d+)?$/),
  day: Day,
  instant: z.iso.datetime({ offset: true }),
};

/** The place a cursor stands for. INVALID when it is of another order. */
export function afterOf(sort: Sort, cursor: string | undefined): After | null {
  const order = z.literal(written(sort));
  const key = sort.optional ? keys[sort.kind].nullable() : keys[sort.kind];
  const found = decodeCursor(cursor, z.tuple([order, key, z.uuid()]));
  return found && { key: found[1], id: found[2] };
}

/** What a cursor holds. */
export function cursorOf(sort: Sort, { key, id }: After): (string | null)[] {
  return [written(sort), key, id];
}

function written({ name, descending }: Sort): string {
  return descending ? `-${name}` : name;
}

/** SQL condition: the row comes after the place. One comparison of pairs where there is always a value: one index range. */
export function afterSql(sort: Sort, after: After | null, key: Sql, id: Sql): Sql[] {
  if (after === null) return [];
  const sign = Prisma.raw(sort.descending ? "<" : ">");
  if (after.key === null) return [Prisma.sql`${key} IS NULL AND ${id} ${sign} ${after.id}::uuid`];
  const pair = Prisma.sql`(${key}, ${id}) ${sign} (${after.key}::${Prisma.raw(types[sort.kind])}, ${after.id}::uuid)`;
  return [sort.optional ? Prisma.sql`(${pair} OR ${key} IS NULL)` : pair];
}
