import { z } from "zod";
import { FilterInput } from "@/lib/filter/schema";
import { Flag, Limit, listOf, valuesIn } from "@/lib/schema/shapes";
import { type Field, facetFields, type RecordOf, sortableFields } from "./record";

/** What a parameter may be given in code; in an address it is text. */
export type Asked = string | number | boolean | readonly (string | number)[] | undefined;

/** What says which records: a parameter for each field, those that ask in another way, `filter` and `where`. */
export type FilterAsked<Of extends RecordOf> = {
  [Parameter in keyof Of["fields"] | AliasOf<Of>]?: Asked;
} & { filter?: unknown; where?: string | undefined };

type AliasOf<Of extends RecordOf> = Of extends { aliases: readonly { param: infer Name extends string }[] }
  ? Name
  : never;

type Shape = Readonly<Record<string, z.ZodType>>;

type FilterShape<Of extends RecordOf> = {
  [Parameter in keyof FilterAsked<Of>]: z.ZodOptional<z.ZodType<unknown, FilterAsked<Of>[Parameter]>>;
};

/** The schema of what asks for records, with further parameters in place of those of the same names. */
export function filterSchema<Of extends RecordOf, Further extends Shape>(of: Of, further: Further) {
  const schema: unknown = z.object({ ...filterParameters(of), ...further }).strict();
  // The schema is made of the record's fields, so that its own type would say less.
  return schema as z.ZodObject<Omit<FilterShape<Of>, keyof Further> & Further, z.core.$strict>;
}

const noNul = { error: "must not hold the character NUL" };
const Text = z
  .string()
  .trim()
  .max(4000, { error: "must have at most 4000 characters" })
  .regex(/^[^\0]*$/, noNul);
const One = z.union([z.string(), z.number().transform(String)], { error: "must be text" }).pipe(
  z
    .string()
    .trim()
    .max(500, { error: "must have at most 500 characters" })
    .regex(/^[^\0]*$/, noNul),
);

/** a,b in an address; a list in code. */
const Several = z.preprocess(
  (raw) => (typeof raw === "string" ? valuesIn(raw) : [raw].flat()),
  z.array(One).max(100, { error: "must be at most 100" }),
);

/** The parameters that filter a record: one for each field that has values, those that ask in another way, `filter` and `where`. */
export function filterParameters(of: RecordOf): Record<string, z.ZodType> {
  const own = Object.entries(of.fields).flatMap(([name, field]): [string, z.ZodType][] => {
    const parameter = field.filterable === false ? null : parameterOf(field);
    return parameter ? [[name, parameter.optional()]] : [];
  });
  const aliased = (of.aliases ?? []).map(({ param, op, field }): [string, z.ZodType] => [
    param,
    (op === "empty" ? Flag : Text.meta({ description: `${field} ${op} this day or time` })).optional(),
  ]);
  return {
    ...Object.fromEntries([...own, ...aliased]),
    filter: z
      .custom<unknown>(() => true)
      .meta({ ...FilterInput.meta() })
      .optional(),
    where: Text.meta({
      description: "A filter as a person types it: thesis:agents -stance:against",
    }).optional(),
  };
}

function parameterOf(field: Field): z.ZodType | null {
  if (field.kind === "relation") return null;
  if (field.kind === "words") return Text.max(1000, { error: "must have at most 1000 characters" });
  if (field.kind === "flag") return Flag;
  const values = field.kind === "choice" && field.values ? { enum: [...field.values] } : {};
  return Several.meta({
    type: "array",
    items: { type: "string", ...values },
    description: descriptionOf(field),
  });
}

function descriptionOf({ kind, optional }: Field): string {
  const none = optional ? "; none: without one" : "";
  if (kind === "ref") return `Ids or names, any of them${none}`;
  if (kind === "number") return `Numbers, any of them, or 2..5, >=5${none}`;
  if (kind === "day" || kind === "instant")
    return `A time: 2024-02-16, 2024-01..2024-03, last-30-days${none}`;
  return `Any of them${none}`;
}

/** How to page through a list, and what to tell with it. */
export type Paging = {
  sort?: string | undefined;
  columns?: string | readonly string[] | undefined;
  facets?: string | readonly string[] | undefined;
  total?: boolean | undefined;
  limit?: number | string | undefined;
  cursor?: string | undefined;
};

export const pagingNames = ["sort", "columns", "facets", "total", "limit", "cursor"] as const;

/** The parameters of those: what a list of `row`s takes, in the order `sort` unless told. */
export function pagingParameters(
  of: RecordOf,
  row: z.ZodObject,
  sort: string,
  limit: z.ZodType<number> = Limit,
) {
  const orders = sortableFields(of).flatMap((name) => [name, `-${name}`]);
  return {
    sort: oneOf(orders, "in the order of a field, - before it for the largest or latest first").default(sort),
    columns: severalOf(Object.keys(row.shape), "What to tell of each; its id is always told").optional(),
    facets: severalOf(facetFields(of), "Fields whose values are counted under the filter").optional(),
    total: Flag.meta({ description: "false: do not count" }).default(true),
    limit,
    cursor: z.string().max(4000).optional(),
  };
}

function oneOf(names: readonly string[], description: string) {
  return z.enum(names, { error: `must be one of ${names.join(", ")}` }).meta({ description });
}

function severalOf(names: readonly string[], description: string) {
  return listOf(oneOf(names, "")).meta({
    type: "array",
    items: { type: "string", enum: [...names] },
    description,
  });
}
