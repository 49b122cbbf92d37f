import { Prisma } from "@/server/db/client";

/** SQL of what a person of this id is called, as lists are sorted by it; null for nobody. */
export function personOrderSql(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT lower(u.name) FROM app_user AS u WHERE u.id = ${id})`;
}
