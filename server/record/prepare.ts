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
import { type Field, otherSide, type RecordOf, type Referred, type Words } from "./record";

/** A filter whose names are looked up: refs are ids, choices as they are stored, searches ready. */
export type Prepared = {
  filter: Filter;
  /** The SQL condition that words occur; undefined for words that were not prepared. */
  find: (field: Field, words: string) => Words | undefined;
};

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
  if (wrong.length > 0) return { prepared: { filter: { and: [] }, find: () => undefined }, problems: wrong };
  const asked = new Map<Field, { names: Set<string>; other: RecordOf | null }>();
  changeTests(normal, of, [], (test, field, { record }) => {
    const { names } = asked.get(field) ?? { names: [] };
    const read = textsOf(test).flatMap((text) => readAs(field, text) ?? []);
    asked.set(field, { names: new Set([...names, ...read]), other: otherSide(record, field) });
    return test;
  });
  const found = new Map<Field, Found>();
  for (const [field, { names, other }] of asked)
    found.set(field, await lookUp(ctx, field, [...names], other));
  const problems: FilterProblem[] = [];
  const canonical = changeTests(normal, of, [], (test, field, { path }) => {
    const missing = textsOf(test).filter((name) => storedAs(field, name, found) === null);
    for (const near of missing) problems.push({ problem: "unknownValue", path, near, values: [] });
    return missing.length > 0 ? test : stored(test, field, found);
  });
  const find: Prepared["find"] = (field, words) => found.get(field)?.finds.get(words);
  return { prepared: { filter: canonical, find }, problems };
}

type Found = {
  ids: ReadonlyMap<string, readonly string[]>;
  finds: Map<string, Words>;
};

async function lookUp(
  ctx: QueryContext,
  field: Field,
  names: readonly string[],
  other: RecordOf | null,
): Promise<Found> {
  const found: Found = { ids: new Map(), finds: new Map() };
  if (field.kind === "words") for (const words of names) found.finds.set(words, await field.find(ctx, words));
  if (names.length === 0) return found;
  if (field.kind === "choice" && field.lookup) return { ...found, ids: await field.lookup(ctx, names) };
  if (field.kind !== "ref") return found;
  const others = names.filter((name) => !other?.people || name !== "me");
  const ids = new Map(others.length > 0 ? await referredBy(field, other).lookup(ctx, others) : []);
  if (others.length < names.length) {
    const me = await whoAsks(ctx);
    if (me) ids.set("me", [me]);
  }
  return { ...found, ids };
}

/** What a ref's names mean. */
export function referredBy(field: Extract<Field, { kind: "ref" }>, other: RecordOf | null): Referred {
  const referred = typeof field.to === "string" ? other?.referred : field.to;
  if (!referred) throw new Error(`nothing says what a reference to ${String(field.to)} means`);
  return referred;
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
  const read = readAs(field, name);
  if (read === null) return null;
  const isLookedUp = field.kind === "ref" || (field.kind === "choice" && field.lookup !== undefined);
  return isLookedUp ? (found.get(field)?.ids.get(read) ?? null) : [read];
}

/** A value in the one way it is stored or looked up. */
function readAs(field: Field, written: string): string | null {
  return field.kind === "choice" && field.read ? field.read(written) : written;
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

type Place = { record: RecordOf; path: readonly (string | number)[] };
type Change = (test: Test, field: Field, place: Place) => Test;

/** The filter with each test changed that asks a field for its own value: `path` leads to that, `record` has the field. */
function changeTests(filter: Filter, of: RecordOf, path: Place["path"], change: Change): Filter {
  if ("and" in filter)
    return { and: filter.and.map((part, at) => changeTests(part, of, [...path, "and", at], change)) };
  if ("or" in filter)
    return { or: filter.or.map((part, at) => changeTests(part, of, [...path, "or", at], change)) };
  if (!isTest(filter)) return { not: changeTests(filter.not, of, [...path, "not"], change) };
  const { field, record } = fieldAtPath(of, filter.field);
  const within = [...path, "value"];
  if (!isFilter(filter.value)) return change(filter, field, { record, path: within });
  return { ...filter, value: changeTests(filter.value, otherSide(record, field) ?? record, within, change) };
}

/** The field a path leads to, and the record it is of. The path must have been checked. */
function fieldAtPath(of: RecordOf, path: string): { field: Field; record: RecordOf } {
  const [first, rest] = splitPath(path);
  const field = of.fields[first];
  if (!field) throw new Error(`${of.name} has no field ${first}`);
  if (rest === null) return { field, record: of };
  const other = otherSide(of, field);
  if (!other) throw new Error(`${of.name}.${first} leads nowhere`);
  return fieldAtPath(other, rest);
}
