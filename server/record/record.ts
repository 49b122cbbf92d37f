import type { Alias as AddressAlias } from "@/lib/filter/address";
import type { Prisma } from "@/server/db/client";
import type { QueryContext } from "@/server/operation";
import type { Permission } from "@/server/permissions";

export type Sql = Prisma.Sql;
/** What a table goes by in a statement. */
export type Alias = Prisma.Sql;

/** SQL behind FROM of the rows that belong to a record, up to their conditions: news_tag AS t WHERE … */
export type Rows = (record: Alias, row: Alias) => Sql;
/** SQL condition that ties another record to this one. */
export type Join = (record: Alias, other: Alias) => Sql;
/** SQL condition that words occur; what can be looked up beforehand is. */
export type Find = (ctx: QueryContext, words: string) => Promise<(record: Alias) => Sql>;
/** The ids behind names (an id is a name too); what is not there is missing. */
export type Lookup = (
  ctx: QueryContext,
  names: readonly string[],
) => Promise<ReadonlyMap<string, readonly string[]>>;

type Flags = {
  /** May it have no value? */
  optional?: true;
  /** Its name in answers, where that is another. */
  shown?: string;
  audited?: true;
  importable?: true;
  /** false: only audited or sorted by. */
  filterable?: false;
  sortable?: true;
};

type Value = Flags & {
  /** SQL of the value of a row that goes by the alias: the record's, or one of the rows the field stands in. */
  sql: (alias: Alias) => Sql;
  /** It has several values: the rows they stand in. */
  rows?: Rows;
  /** It stands in rows that it shares with other fields: their name in `groups`. */
  of?: string;
  /** SQL condition that there is no value, where a record knows without looking at rows. */
  none?: (record: Alias) => Sql;
  /** Values are counted under a filter; of a ref, `called` names them. */
  facet?: true;
};

export type Field =
  | (Value & { kind: "text" | "number" | "day" | "instant" | "flag" })
  | (Value & {
      kind: "choice";
      /** PostgreSQL's type of it; text unless told. */
      type?: string;
      /** The values there are; any that `read` takes where it is left out. */
      values?: readonly string[];
      /** Where fields.json names the values: a key under "values", or a name for each in each language. */
      names?: string | ((value: string, language: "en" | "zh") => string);
      /** A value as it is stored, of what a person writes; null where it can be none. */
      read?: (written: string) => string | null;
    })
  | (Value & {
      kind: "ref";
      lookup: Lookup;
      person?: true;
      /** SQL of { value, label } in JSON, of an id: what to ask it by, and what it is called. */
      called?: (id: Sql) => Sql;
      /** The record behind it, by its name; paths go through `join`. */
      related?: string;
      join?: Join;
    })
  | (Flags & { kind: "words"; find: Find })
  | (Flags & { kind: "relation"; related: string; join: Join });

/**
 * A noun of the product as lists, filters, audit and import know it. Fields are typed code: what a field is, is said here once.
 */
export type RecordOf<Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> = {
  /** As catalogues, the audit and REST paths of views call it. */
  name: string;
  table: Sql;
  alias: string;
  read: Permission;
  fields: Fields;
  groups?: Readonly<Record<string, Rows>>;
  /** The field that a bare word asks. */
  words?: string;
  /** Parameters that ask a field in a way of their own. */
  aliases?: readonly AddressAlias[];
  /** All records, by name: what `related` means. Only connected records have it. */
  all?: () => Readonly<Record<string, RecordOf>>;
};

export function record<const Fields extends Readonly<Record<string, Field>>>(
  definition: RecordOf<Fields>,
): RecordOf<Fields> {
  return definition;
}

/** Records that can ask about each other. They are defined apart, so that their files need not import each other. */
export function connect<Records extends Readonly<Record<string, RecordOf>>>(records: Records): Records {
  const connected: Record<string, RecordOf> = {};
  for (const one of Object.values(records)) connected[one.name] = { ...one, all: () => connected };
  const byKey = Object.entries(records).map(([key, { name }]) => [key, connected[name]]);
  // The same keys and the same records: only `all` was added.
  return Object.fromEntries(byKey) as Records;
}

/** A field may ask about this record. */
export function relatedTo(from: RecordOf, name: string): RecordOf {
  const found = from.all?.()[name];
  if (!found) throw new Error(`${from.name} is related to ${name}, which is not connected`);
  return found;
}

/** Names as answers have them, of the fields an audit entry tells about. */
export function auditedFields(of: RecordOf): string[] {
  return Object.entries(of.fields).flatMap(([name, field]) =>
    field.audited ? [field.shown ?? name] : [],
  );
}
