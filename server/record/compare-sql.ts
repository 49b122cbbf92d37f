import { folded } from "@/lib/filter/names";
import { rangeOf } from "@/lib/filter/period";
import { isList, type Operator, type Test } from "@/lib/filter/tree";
import { Prisma } from "@/server/db/client";
import { midnightSql } from "@/server/sql/time";
import { foldedSql } from "./lookup";
import type { Field, Sql } from "./record";

/** Who asks, and when: days are cut in this zone. */
export type Asking = { today: string; timeZone: string };

type Compared = Extract<Field, { sql: unknown }>;

/** SQL condition: `value` meets a test of its field, as lib/filter/compare.ts says. NULL counts as false. */
export function comparisonSql(field: Compared, value: Sql, test: Test, asking: Asking): Sql {
  if (test.op === "empty") return Prisma.sql`${value} IS NOT NULL`;
  switch (field.kind) {
    case "text":
      return textSql(value, test);
    case "choice":
      return oneOfSql(value, test, `"${field.type ?? "text"}"`);
    case "ref":
      return oneOfSql(value, test, `"uuid"`);
    case "number":
      return numberSql(value, test);
    case "flag":
      return test.value === true ? value : Prisma.sql`NOT ${value}`;
    case "day":
    case "instant":
      return timeSql(value, field.kind, test, asking);
  }
}

/** One value is said as the indexes say it, several as any of them. */
function oneOfSql(value: Sql, { value: wanted }: Test, type: string): Sql {
  return isList(wanted)
    ? Prisma.sql`${value} = ANY(${[...wanted]}::${Prisma.raw(type)}[])`
    : Prisma.sql`${value} = ${String(wanted)}::${Prisma.raw(type)}`;
}

function textSql(value: Sql, { op, value: wanted }: Test): Sql {
  const plain = foldedSql(value);
  if (op === "contains") return Prisma.sql`position(${folded(String(wanted))} IN ${plain}) > 0`;
  return isList(wanted)
    ? Prisma.sql`${plain} = ANY(${[...wanted].map((one) => folded(String(one)))}::text[])`
    : Prisma.sql`${plain} = ${folded(String(wanted))}`;
}

const signs: Partial<Record<Operator, string>> = { lt: "<", lte: "<=", gt: ">", gte: ">=" };

function numberSql(value: Sql, { op, value: wanted }: Test): Sql {
  if (isList(wanted)) return Prisma.sql`${value} = ANY(${[...wanted].map(String)}::numeric[])`;
  return Prisma.sql`${value} ${Prisma.raw(signs[op] ?? "=")} ${String(wanted)}::numeric`;
}

/** A period has its first day and the day after its last; order is asked of one of them. */
function timeSql(value: Sql, kind: "day" | "instant", { op, value: wanted }: Test, asking: Asking): Sql {
  const range = rangeOf(String(wanted), asking.today);
  if (range === null) return Prisma.sql`false`;
  const begin = (day: string) =>
    kind === "day" ? Prisma.sql`${day}::date` : midnightSql(day, asking.timeZone);
  const [from, to] = [begin(range.from), begin(range.to)];
  if (op === "lt") return Prisma.sql`${value} < ${from}`;
  if (op === "lte") return Prisma.sql`${value} < ${to}`;
  if (op === "gt") return Prisma.sql`${value} >= ${to}`;
  if (op === "gte") return Prisma.sql`${value} >= ${from}`;
  return Prisma.sql`${value} >= ${from} AND ${value} < ${to}`;
}
