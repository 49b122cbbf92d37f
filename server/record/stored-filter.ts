import type { Filter } from "@/lib/filter/tree";
import type { Prisma } from "@/server/db/client";

/** A filter as a JSON column keeps it: its lists may be written to. JSON.parse has no type that says what came in. */
export function storedFilter(filter: Filter): Prisma.JsonObject {
  return JSON.parse(JSON.stringify(filter)) as Prisma.JsonObject;
}
