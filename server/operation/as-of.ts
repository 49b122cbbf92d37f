import { z } from "zod";
import { addDays, dayIn } from "@/lib/calendar/days";
import { instantOfLocal } from "@/lib/calendar/zones";
import type { Context } from "@/server/context";
import type { Tx } from "@/server/db/client";
import { invalid } from "@/server/errors";

/** Before this day no computer of ours recorded anything. */
const firstDay = "1970-01-01";
const error = "must be a day like 2024-02-16, or an instant like 2024-02-16T08:00:00Z";

/** What an operation with `asOf` accepts beside its own input. */
export const AsOf = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], { error })
  .refine((text) => text >= firstDay && !Number.isNaN(Date.parse(text)), { error })
  .meta({
    description:
      "Answer as it was recorded by the end of this day in the workspace's zone (YYYY-MM-DD), or by this instant",
  });

export function withAsOf<I extends z.ZodObject>(input: I) {
  return input.safeExtend({ asOf: AsOf.optional() });
}
export type WithAsOf<I extends z.ZodObject> = ReturnType<typeof withAsOf<I>>;

/** The instant that `asOf` means: of a day its last in the workspace's zone, of today now. The future is INVALID. */
export function asOfInstant(asOf: string, { now, workspace }: Context): Date {
  const today = dayIn(now, workspace.timeZone);
  const isDay = asOf.length === firstDay.length;
  const at = isDay ? endOf(asOf, workspace.timeZone) : Date.parse(asOf);
  if (isDay ? asOf > today : at > now.getTime())
    throw invalid({ asOf: `must not be in the future: it is ${isDay ? today : now.toISOString()}` });
  return new Date(Math.min(at, now.getTime()));
}

/** The last millisecond of a day, as a time. */
function endOf(day: string, timeZone: string): number {
  return Date.parse(instantOfLocal(`${addDays(day, 1)}T00:00`, timeZone) ?? "") - 1;
}

/** Prisma names its tables with their schema and so reads the present whatever the search_path: of the past, SQL is asked. */
export function onlySql(tx: Tx): Tx {
  return new Proxy(tx, {
    get: (target, name) => {
      if (typeof name === "string" && !/^[$_]/.test(name))
        throw new Error(`${name} of Prisma reads the present: an operation with asOf reads by SQL`);
      return Reflect.get(target, name);
    },
  });
}
