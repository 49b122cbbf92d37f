import { z } from "zod";
import { Localized } from "@/lib/schema/shapes";
import { Prisma } from "@/server/db/client";
import { rows } from "@/server/db/rows";
import type { QueryContext } from "@/server/operation";
import { valueNames } from "./catalogue";
import { aliasOf, matching, type Question } from "./page-sql";
import { referredBy } from "./prepare";
import { type Field, otherSide, type Sql } from "./record";

/** How many of what a list finds have each value. `value`: what to ask for it by; `label`: what it is called, if it has a name. */
const FacetValue = z.object({ value: z.string(), label: Localized.nullable(), count: z.number().int() });
export const FacetsShape = z.record(z.string(), z.array(FacetValue));
export type Facets = z.infer<typeof FacetsShape>;

/** Values beyond these nobody chooses from a list. */
const maxValues = 100;

/** The most frequent values of each of these fields under the filter in force, and their counts. */
export async function facetsOf(
  ctx: QueryContext,
  question: Question,
  names: readonly string[],
): Promise<Facets> {
  const facets: Facets = {};
  for (const name of names) {
    const field = question.of.fields[name];
    if (field && "sql" in field) facets[name] = await valuesOf(ctx, question, field);
  }
  return facets;
}

type Counted = Extract<Field, { sql: unknown }>;

const Row = z.object({ value: z.string(), label: Localized.nullable(), count: z.number().int() });

async function valuesOf(ctx: QueryContext, question: Question, field: Counted): Promise<Facets[string]> {
  const named =
    field.kind === "ref"
      ? referredBy(field, otherSide(question.of, field)).called(Prisma.sql`counted.value`)
      : Prisma.sql`NULL::json`;
  const found = await rows(
    ctx.tx,
    Row,
    Prisma.sql`
      SELECT coalesce(named.json ->> 'value', counted.value::text) AS value, named.json -> 'label' AS label, counted.count
      FROM (${countsSql(ctx, question, field)}) AS counted CROSS JOIN LATERAL (SELECT (${named}) AS json) AS named
      ORDER BY counted.count DESC, 1`,
  );
  return found.map((one) => ({ ...one, label: one.label ?? labelOf(field, one.value) }));
}

function labelOf(field: Counted, value: string): Localized | null {
  const { en, zh } = field.kind === "choice" ? valueNames(field.names, value) : { en: [], zh: [] };
  return en[0] && zh[0] ? { en: en[0], zh: zh[0] } : null;
}

/** A record counts once for each value it has. */
function countsSql(ctx: QueryContext, question: Question, field: Counted): Sql {
  const { of } = question;
  const [alias, row] = [aliasOf(of), Prisma.raw("v")];
  const rowsOf = field.rows ?? (field.of === undefined ? undefined : of.groups?.[field.of]);
  const value = field.sql(rowsOf ? row : alias);
  const counted = rowsOf ? Prisma.sql`count(DISTINCT ${alias}.id)` : Prisma.sql`count(*)`;
  const from = rowsOf ? Prisma.sql`, ${rowsOf(alias, row)} AND` : Prisma.sql`WHERE`;
  return Prisma.sql`
    SELECT ${value} AS value, ${counted}::int AS count FROM ${of.table} AS ${alias} ${from}
      ${Prisma.join([...matching(ctx, question, true), Prisma.sql`${value} IS NOT NULL`], " AND ")}
    GROUP BY 1 ORDER BY 2 DESC LIMIT ${maxValues}`;
}
