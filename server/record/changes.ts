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

/** The longest text the audit keeps; of a longer one, its beginning. */
const maxText = 10_000;

/**
 * What differs between two states of a record, for the audit: field → [before, after], only of `fields`. A field of
 * `written` counts as changed also where its text is so long that the audit's beginning of it is the same.
 */
export function changedFields<Record extends object>(
  before: { [Field in keyof Record]?: unknown },
  after: Record,
  fields: readonly (keyof Record & string)[],
  written: object = {},
): Changes {
  const changes: Changes = {};
  for (const field of fields) {
    const [was, is] = [asJson(before[field]), asJson(after[field])];
    if (field in written || !isSame(was, is)) changes[field] = [was, is];
  }
  return changes;
}

/** Times, decimals and lists are the same when they are written the same. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** What stands in an operation's output is JSON already; JSON.parse has no type that says so. */
function asJson(value: unknown): Json {
  if (typeof value === "string") return value.slice(0, maxText);
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}
