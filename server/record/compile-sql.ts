import { dayIn } from "@/lib/calendar/days";
import { splitPath } from "@/lib/filter/catalogue";
import { type Filter, isFilter, isTest, type Test } from "@/lib/filter/tree";
import { Prisma } from "@/server/db/client";
import type { QueryContext } from "@/server/operation";
import { type Asking, comparisonSql } from "./compare-sql";
import type { Prepared } from "./prepare";
import { type Alias, type Field, otherSide, type RecordOf, type Sql } from "./record";

/**
 * Makes SQL conditions of filters that were prepared together, on the record as it goes by an alias. `all`: every record is
 * wanted, not the first in an order. `onRow`: of tests of fields that share rows, on such a row.
 */
export type Compile = {
  (filter: Filter, alias?: Alias, all?: boolean): Sql;
  onRow(tests: readonly Test[], row: Alias): Sql[];
};

/**
 * The SQL of what lib/filter/match.ts says a filter means. A condition is true or it is not: NULL is as good as false, and NOT of
 * it is true. All values are parameters.
 */
export function compiler(ctx: QueryContext, of: RecordOf, find: Prepared["find"]): Compile {
  const { timeZone } = ctx.workspace;
  const asking = { today: dayIn(ctx.now, timeZone), timeZone };
  const scope = (alias: Alias, all: boolean) => ({ of, alias, find, all, asking, taken: { count: 0 } });
  return Object.assign(
    (filter: Filter, alias = Prisma.raw(of.alias), all = false) => conditionSql(filter, scope(alias, all)),
    {
      onRow: (tests: readonly Test[], row: Alias) =>
        tests.map((test) => valueSql(test, row, scope(row, false))),
    },
  );
}

type Scope = {
  of: RecordOf;
  alias: Alias;
  find: Prepared["find"];
  all: boolean;
  asking: Asking;
  /** How many further aliases the statement has. */
  taken: { count: number };
};

function conditionSql(filter: Filter, scope: Scope): Sql {
  if ("or" in filter)
    return joinedSql(
      filter.or.map((part) => conditionSql(part, scope)),
      " OR ",
    );
  if ("not" in filter) return notSql(conditionSql(filter.not, scope));
  return joinedSql(everySql("and" in filter ? filter.and : [filter], scope), " AND ");
}

function joinedSql(parts: readonly Sql[], word: " AND " | " OR "): Sql {
  const [only] = parts;
  if (only === undefined) return word === " AND " ? Prisma.sql`true` : Prisma.sql`false`;
  return parts.length === 1 ? only : Prisma.sql`(${Prisma.join([...parts], word)})`;
}

function notSql(condition: Sql): Sql {
  return Prisma.sql`(${condition}) IS NOT TRUE`;
}

/** Tests of fields that share rows stand in one EXISTS; that there is no value stands alone. */
function everySql(filters: readonly Filter[], scope: Scope): Sql[] {
  const parts: Sql[] = [];
  const byRow = new Map<string, Test[]>();
  for (const filter of filters) {
    if (!isTest(filter)) parts.push(conditionSql(filter, scope));
    else if (filter.op === "empty" && filter.value === true)
      parts.push(noneSql({ ...filter, value: false }, scope));
    else {
      const group = groupOf(scope.of.fields[filter.field]);
      if (group === undefined) parts.push(testSql(filter, scope));
      else byRow.set(group, [...(byRow.get(group) ?? []), filter]);
    }
  }
  for (const [group, tests] of byRow) parts.push(rowSql(group, tests, scope));
  return parts;
}

function groupOf(field: Field | undefined): string | undefined {
  return field && "of" in field ? field.of : undefined;
}

function noneSql(test: Test, scope: Scope): Sql {
  const field = scope.of.fields[test.field];
  if (field && "none" in field && field.none) return field.none(scope.alias);
  return notSql(conditionSql(test, scope));
}

function rowSql(group: string, tests: readonly Test[], scope: Scope): Sql {
  const [only] = tests;
  const field = only && tests.length === 1 ? scope.of.fields[only.field] : undefined;
  if (only?.op === "empty" && field && "none" in field && field.none) return notSql(field.none(scope.alias));
  const rows = scope.of.groups?.[group];
  if (!rows) throw new Error(`${scope.of.name} has no rows called ${group}`);
  const row = nextAlias("r", scope);
  return existsSql(
    rows(scope.alias, row),
    tests.map((test) => valueSql(test, row, scope)),
  );
}

function existsSql(rows: Sql, conditions: readonly Sql[]): Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM ${Prisma.join([rows, ...conditions], " AND ")})`;
}

function nextAlias(prefix: string, { taken }: Scope): Alias {
  taken.count += 1;
  return Prisma.raw(`${prefix}${taken.count}`);
}

function testSql(test: Test, scope: Scope): Sql {
  const [first, rest] = splitPath(test.field);
  const field = scope.of.fields[first];
  if (field === undefined) throw new Error(`${scope.of.name} has no field ${first}`);
  if (rest !== null) return relatedSql(field, { ...test, field: rest }, scope);
  if (isFilter(test.value)) return relatedSql(field, test.value, scope);
  if (field.kind === "relation") return relatedSql(field, null, scope);
  if (field.kind === "words") return wordsSql(field, String(test.value), scope);
  if (field.rows === undefined) return valueSql(test, scope.alias, scope);
  const row = nextAlias("r", scope);
  return existsSql(field.rows(scope.alias, row), [valueSql(test, row, scope)]);
}

function wordsSql(field: Field, words: string, { of, alias, find, all }: Scope): Sql {
  const found = find(field, words);
  if (!found) throw new Error(`a search of ${of.name} for ${words} was not prepared`);
  return found(alias, all);
}

function valueSql(test: Test, row: Alias, { of, asking }: Scope): Sql {
  const field = of.fields[test.field];
  if (field === undefined || !("sql" in field)) throw new Error(`${of.name}.${test.field} has no value`);
  return comparisonSql(field, field.sql(row), test, asking);
}

/** Some record on the other side meets the filter; null: there is one. */
function relatedSql(field: Field, filter: Filter | null, scope: Scope): Sql {
  const of = otherSide(scope.of, field);
  if (!of) throw new Error(`a field of ${scope.of.name} leads nowhere`);
  const alias = nextAlias(of.alias, scope);
  const conditions = filter === null ? [] : [conditionSql(filter, { ...scope, of, alias })];
  return existsSql(Prisma.sql`${of.table} AS ${alias} WHERE ${joinSql(field, alias, scope)}`, conditions);
}

/** A reference leads to the record whose id it is, or whose id stands in one of its rows. */
function joinSql(field: Field, other: Alias, scope: Scope): Sql {
  const { of, alias } = scope;
  if (field.kind === "relation") return field.join(alias, other);
  if (field.kind !== "ref") throw new Error(`a field of ${of.name} leads nowhere`);
  const here = Prisma.sql`${other}.workspace_id = ${alias}.workspace_id`;
  const rows = field.rows ?? (field.of === undefined ? undefined : of.groups?.[field.of]);
  if (!rows) return Prisma.sql`${here} AND ${other}.id = ${field.sql(alias)}`;
  const row = nextAlias("r", scope);
  return Prisma.sql`${here} AND ${existsSql(rows(alias, row), [Prisma.sql`${field.sql(row)} = ${other}.id`])}`;
}
