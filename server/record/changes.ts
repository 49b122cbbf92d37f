import type { Changes, Json } from "@/server/operation";

/** Some columns of a row with the values they shall have; one left out or undefined stays as it is. */
export type Columns<Row> = { [Column in keyof Row]?: Row[Column] | undefined };

/** Those of `wanted` that say something else than the row. */
export function changedColumns<Row extends object>(row: Row, wanted: Columns<Row>): Columns<Row> {
  const changed: Columns<Row> = {};
  // Object.keys has no type that says what its argument's says.
  for (const column of Object.keys(wanted) as (keyof Row)[]) {
    if (wanted[column] !== undefined && !isSame(row[column], wanted[column]))
      changed[column] = wanted[column];
  }
  return changed;
}

/** A field of a record, under its own name, or under another one with what is told of it. */
export type AuditedField<Shown> =
  | (keyof Shown & string)
  | readonly [name: string, told: (shown: Shown) => unknown];

/**
 * What differs between two states of a record, for the audit: field → [before, after], only of `fields`. `before` is null of
 * one that was just made. A field of `written` counts as changed also where what is told of it, a text's beginning, is the same.
 */
export function changedFields<Shown extends object>(
  before: Shown | null,
  after: Shown,
  fields: readonly AuditedField<Shown>[],
  written: object = {},
): Changes {
  const changes: Changes = {};
  for (const field of fields) {
    const [name, told] = typeof field === "string" ? [field, (shown: Shown) => shown[field]] : field;
    const [was, is] = [asJson(before && told(before)), asJson(told(after))];
    if (name in written || !isSame(was, is)) changes[name] = [was, is];
  }
  return changes;
}

/** Times, decimals, lists and objects are the same when they are written the same; the order of an object's members says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || inOrder(one ?? null) === inOrder(other ?? null);
}

function inOrder(value: unknown): string {
  const sorted = (_: string, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member;
  return JSON.stringify(value, sorted);
}

/** What stands in an operation's output is JSON already; JSON.parse has no type that says so. */
function asJson(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}
