import { z } from "zod";
import { splitPath } from "@/lib/filter/catalogue";
import { checkFilter, type FilterProblem } from "@/lib/filter/check";
import { isRegex } from "@/lib/filter/find-pattern";
import { normalOf } from "@/lib/filter/normal";
import { type Filter, isFilter, isList, isTest, type Test } from "@/lib/filter/tree";
import { Prisma } from "@/server/db/client";
import { row } from "@/server/db/rows";
import type { QueryContext } from "@/server/operation";
import { catalogueOf } from "./catalogue";
import { type Alias, type Field, type RecordOf, relatedTo, type Sql } from "./record";

/** A filter whose names are looked up: refs are ids, choices as they are stored, searches ready. */
export type Prepared = { filter: Filter; find: (field: Field, words: string) => (record: Alias) => Sql };

/**
 * Checks a filter against a record and looks up all it names, each field's names in one question. Problems are what the record
 * has no field, operator or value for.
 */
export async function prepare(
  ctx: QueryContext,
  of: RecordOf,
  filter: Filter,
): Promise<{ prepared: Prepared; problems: FilterProblem[] }> {
  const normal = normalOf(filter, catalogueOf(of));
  const wrong = checkFilter(normal, catalogueOf(of), isRegex);
  if (wrong.length > 0) return { prepared: { filter: { and: [] }, find: unready }, problems: wrong };
  const names = new Map<Field, Set<string>>();
  changeTests(normal, of, [], (test, field) => {
    if (field.kind === "ref" || field.kind === "words")
      names.set(field, new Set([...(names.get(field) ?? []), ...textsOf(test)]));
    return test;
  });
  const found = new Map<Field, Found>();
  for (const [field, asked] of names) found.set(field, await lookUp(ctx, field, [...asked]));
  const problems: FilterProblem[] = [];
  const canonical = changeTests(normal, of, [], (test, field, path) => {
    const missing = textsOf(test).filter((name) => storedAs(field, name, found) === null);
    for (const near of missing) problems.push({ problem: "unknownValue", path, near, values: [] });
    return missing.length > 0 ? test : stored(test, field, found);
  });
  const find = (field: Field, words: string) => found.get(field)?.finds.get(words) ?? unready();
  return { prepared: { filter: canonical, find }, problems };
}

function unready(): never {
  throw new Error("a filter is compiled that was not prepared");
}

type Found = {
  ids: ReadonlyMap<string, readonly string[]>;
  finds: Map<string, (record: Alias) => Sql>;
};

async function lookUp(ctx: QueryContext, field: Field, names: readonly string[]): Promise<Found> {
  const found: Found = { ids: new Map(), finds: new Map() };
  if (field.kind === "words") for (const words of names) found.finds.set(words, await field.find(ctx, words));
  if (field.kind !== "ref" || names.length === 0) return found;
  const others = names.filter((name) => !field.person || name !== "me");
  const ids = new Map(others.length > 0 ? await field.lookup(ctx, others) : []);
  if (others.length < names.length) {
    const me = await whoAsks(ctx);
    if (me) ids.set("me", [me]);
  }
  return { ...found, ids };
}

/** The person "me" stands for: the member, or whoever made the token. */
async function whoAsks(ctx: QueryContext): Promise<string | null> {
  const Person = z.object({ id: z.string().nullable() });
  return (await row(ctx.tx, Person, Prisma.sql`SELECT actor_person() AS id`))?.id ?? null;
}

/** The texts a test compares with; none for a number, a flag or `empty`. */
function textsOf({ op, value }: Test): string[] {
  if (op === "empty" || op === "within") return [];
  if (typeof value === "string") return [value];
  return isList(value) ? [...value].filter((one) => typeof one === "string") : [];
}

/** What stands in the database for a name; null where nothing does. */
function storedAs(field: Field, name: string, found: ReadonlyMap<Field, Found>): readonly string[] | null {
  if (field.kind === "ref") return found.get(field)?.ids.get(name) ?? null;
  if (field.kind !== "choice" || !field.read) return [name];
  const value = field.read(name);
  return value === null ? null : [value];
}

function stored(test: Test, field: Field, found: ReadonlyMap<Field, Found>): Test {
  const texts = textsOf(test);
  if ((field.kind !== "ref" && field.kind !== "choice") || texts.length === 0) return test;
  const values = [...new Set(texts.flatMap((name) => storedAs(field, name, found) ?? []))];
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? { ...test, op: "eq", value: only }
    : { ...test, op: "in", value: values };
}

type Path = readonly (string | number)[];
type Change = (test: Test, field: Field, path: Path) => Test;

/** The filter with each test changed that asks a field for its own value; `path` leads to that value. */
function changeTests(filter: Filter, of: RecordOf, path: Path, change: Change): Filter {
  if ("and" in filter)
    return { and: filter.and.map((part, at) => changeTests(part, of, [...path, "and", at], change)) };
  if ("or" in filter)
    return { or: filter.or.map((part, at) => changeTests(part, of, [...path, "or", at], change)) };
  if (!isTest(filter)) return { not: changeTests(filter.not, of, [...path, "not"], change) };
  const { field, record } = fieldAtPath(of, filter.field);
  const within = [...path, "value"];
  if (!isFilter(filter.value)) return change(filter, field, within);
  const related = "related" in field && field.related ? relatedTo(record, field.related) : record;
  return { ...filter, value: changeTests(filter.value, related, within, change) };
}

/** The field a path leads to, and the record it is of. The path must have been checked. */
function fieldAtPath(of: RecordOf, path: string): { field: Field; record: RecordOf } {
  const [first, rest] = splitPath(path);
  const field = of.fields[first];
  if (!field) throw new Error(`${of.name} has no field ${first}`);
  if (rest === null) return { field, record: of };
  if (!("related" in field) || !field.related) throw new Error(`${of.name}.${first} leads nowhere`);
  return fieldAtPath(relatedTo(of, field.related), rest);
}
