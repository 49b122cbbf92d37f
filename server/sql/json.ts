import { Prisma } from "@/server/db/client";

/** SQL of { en, zh }: the columns `<name>_en` and `<name>_zh` of the table called `alias`. */
export function bilingualSql(table: string | Prisma.Sql, name: string): Prisma.Sql {
  const alias = typeof table === "string" ? table : table.sql;
  return Prisma.raw(`json_build_object('en', ${alias}.${name}_en, 'zh', ${alias}.${name}_zh)`);
}

/** SQL of { id, name }: the person in the app_user called `alias`; null where a join found none. */
export function personSql(alias: string): Prisma.Sql {
  return Prisma.raw(
    `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`,
  );
}
