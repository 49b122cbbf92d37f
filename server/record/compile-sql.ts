import { dayIn } from "@/lib/calendar/days";
import { splitPath } from "@/lib/filter/catalogue";
import { type Filter, isFilter, isTest, type Test } from "@/lib/filter/tree";
import { Prisma } from "@/server/db/client";
import type { QueryContext } from "@/server/operation";
import { type Asking, comparisonSql } from "./compare-sql";
import type { Prepared } from "./prepare";
import { type Alias, type Field, type RecordOf, relatedTo, type Sql } from "./record";

/** Makes SQL conditions of filters that were prepared together, on the record as it goes by an alias. */
export type Compile = (filter: Filter, alias?: Alias) => Sql;

/**
 * The SQL of what lib/filter/match.ts says a filter means. A condition is true or it is not: NULL is as good as false, and NOT of
 * it is true. All values are parameters.
 */
export function compiler(ctx: QueryContext, of: RecordOf, find: Prepared["find"]): Compile {
  const { timeZone } = ctx.workspace;
  const asking = { today: dayIn(ctx.now, timeZone), timeZone };
  return (filter, alias = Prisma.raw(of.alias)) =>
    conditionSql(filter, { of, alias, find, asking, taken: { count: 0 } });
}

type Scope = {
  of: RecordOf;
  alias: Alias;
  find: Prepared["find"];
  asking: Asking;
  /** How many further aliases the statement has. */
  taken: { count: number };
};

function conditionSql(filter: Filter, scope: Scope): Sql {
  if ("or" in filter) return joinedSql(filter.or.map((part) => conditionSql(part, scope)), " OR ");
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
  if (field.kind === "words") return scope.find(field, String(test.value))(scope.alias);
  if (field.rows === undefined) return valueSql(test, scope.alias, scope);
  const row = nextAlias("r", scope);
  return existsSql(field.rows(scope.alias, row), [valueSql(test, row, scope)]);
}

function valueSql(test: Test, row: Alias, { of, asking }: Scope): Sql {
  const field = of.fields[test.field];
  if (field === undefined || !("sql" in field)) throw new Error(`${of.name}.${test.field} has no value`);
  return comparisonSql(field, field.sql(row), test, asking);
}

/** Some related record meets the filter; null: there is one. */
function relatedSql(field: Field, filter: Filter | null, scope: Scope): Sql {
  if (!("related" in field) || !field.related || !field.join)
    throw new Error(`a field of ${scope.of.name} leads nowhere`);
  const of = relatedTo(scope.of, field.related);
  const alias = nextAlias(of.alias, scope);
  const conditions = filter === null ? [] : [conditionSql(filter, { ...scope, of, alias })];
  return existsSql(
    Prisma.sql`${of.table} AS ${alias} WHERE ${field.join(scope.alias, alias)}`,
    conditions,
  );
}
