import type { z } from "zod";
import type { Prisma, Tx } from "./client";

/** Runs one SQL question and parses every row; a row that does not fit is a bug of ours and throws. */
export async function rows<S extends z.ZodType>(tx: Tx, schema: S, sql: Prisma.Sql): Promise<z.output<S>[]> {
  const found = await tx.$queryRaw<unknown[]>(sql);
  return found.map((row) => schema.parse(row));
}

/** The one row of a question that has at most one answer, or null. */
export async function row<S extends z.ZodType>(
  tx: Tx,
  schema: S,
  sql: Prisma.Sql,
): Promise<z.output<S> | null> {
  return (await rows(tx, schema, sql))[0] ?? null;
}
