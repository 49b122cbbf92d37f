import { Prisma } from "@/server/db/client";

/** SQL that prints a timestamptz as every door does: ISO 8601 in UTC, to the millisecond. */
export function instantSql(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** SQL of the instant at which `day` (YYYY-MM-DD) begins in `timeZone` (IANA), whatever the server's zone. */
export function midnightSql(day: string, timeZone: string): Prisma.Sql {
  return Prisma.sql`(${day}::timestamp AT TIME ZONE ${timeZone})`;
}

/** SQL of `ctx.now`, for what is declared before there is a context: the instant asked about, else that of the request. */
export const nowSql = Prisma.sql`
  coalesce(nullif(current_setting('app.as_of', true), ''), current_setting('app.now'))::timestamptz`;
