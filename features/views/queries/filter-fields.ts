import { z } from "zod";
import { records } from "@/features/records";
import { splitPath } from "@/lib/filter/catalogue";
import { folded } from "@/lib/filter/names";
import { packCatalogue } from "@/lib/filter/portable";
import type { Context } from "@/server/context";
import { invalid } from "@/server/errors";
import { query } from "@/server/operation";
import { procedure } from "@/server/operation/procedure";
import { catalogueOf } from "@/server/record/catalogue";
import { FacetsShape } from "@/server/record/facets";
import { otherSide, type RecordOf } from "@/server/record/record";
import { FilterFields, FilterFieldsOf, FilterValues, ListFilterValues, ViewRecord } from "../schema";
import { lists } from "./lists";

export const filterFields = query({
  name: "filter.fields",
  summary:
    "What a list can be filtered by: fields with their names in both languages, and the values they have",
  allow: "workspace:read",
  http: { method: "GET", path: "/filters/{record}" },
  input: FilterFieldsOf,
  output: FilterFields,
  run: async (_ctx, { record }) => {
    const of: RecordOf = records[record];
    return { ...packCatalogue(catalogueOf(of)), aliases: [...(of.aliases ?? [])] };
  },
});

/** So many are offered at a time. */
const maxOffered = 12;

export const filterValues = procedure({
  name: "filter.values",
  summary:
    "Values of a field that begin with or hold a text, for completion: theses, companies, people, stages",
  allow: "workspace:read",
  http: { method: "GET", path: "/filters/{record}/values" },
  input: ListFilterValues,
  output: FilterValues,
  run: async (ctx, { record, field: path, q }) => {
    const { of, name } = fieldOf(records[record], path);
    const field = of.fields[name];
    const other = otherSide(of, field);
    const found = other ? await recordsCalled(ctx, other, q) : await facetValues(ctx, of, name, q);
    return { data: found.slice(0, maxOffered) };
  },
});

/** The record that the last step of a path belongs to, and that step. */
function fieldOf(of: RecordOf, path: string): { of: RecordOf; name: string } {
  const [name, rest] = splitPath(path);
  const other = otherSide(of, of.fields[name]);
  if (rest === null && of.fields[name]) return { of, name };
  if (rest === null || !other) throw invalid({ field: `names no field of ${of.name}: ${path}` });
  return fieldOf(other, rest);
}

type Values = FilterValues["data"];

const Called = z.object({
  slug: z.string().optional(),
  name: z.union([z.string(), z.object({ en: z.string().nullable(), zh: z.string().nullable() })]).optional(),
  title: z.string().nullish(),
});
const CalledPage = z.object({ data: z.array(Called) });

/** Records that a text finds, by the name that a person would type. */
async function recordsCalled(ctx: Context, of: RecordOf, q: string): Promise<Values> {
  const record = ViewRecord.safeParse(of.name);
  if (!record.success) return [];
  const asked = of.words === undefined ? {} : { limit: maxOffered, ...(q ? { [of.words]: q } : {}) };
  const { data } = CalledPage.parse(await lists[record.data].call(ctx, asked));
  const all = data.flatMap(({ slug, name, title }): Values => {
    const { en, zh } = typeof name === "object" ? name : { en: name ?? title, zh: null };
    const called = en ?? zh;
    return called ? [{ value: slug ?? called, label: { en: called, zh: zh ?? called } }] : [];
  });
  return of.words === undefined ? all.filter((one) => holds(one, q)) : all;
}

const FacetPage = z.object({ facets: FacetsShape.nullable() });

/** The most frequent values that hold the text; none of a field whose values are not counted. */
async function facetValues(ctx: Context, of: RecordOf, name: string, q: string): Promise<Values> {
  const record = ViewRecord.safeParse(of.name);
  const field = of.fields[name];
  if (!record.success || !field || !("facet" in field) || !field.facet) return [];
  const page = await lists[record.data].call(ctx, { limit: 1, total: false, facets: [name] });
  const values = FacetPage.parse(page).facets?.[name] ?? [];
  return values.map(({ value, label }) => ({ value, label })).filter((one) => holds(one, q));
}

function holds({ value, label }: Values[number], q: string): boolean {
  return [value, label?.en ?? "", label?.zh ?? ""].some((text) => folded(text).includes(folded(q)));
}
