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
/** SQL condition that words occur. `all`: every record with them is wanted, not the first of them in an order. */
export type Words = (record: Alias, all?: boolean) => Sql;
/** Makes that condition; what helps to choose it is looked up. */
export type Find = (ctx: QueryContext, words: string) => Promise<Words>;
/** What stands in the database for names; what is not there is missing. */
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
  /** SQL of what lists are sorted by, where that is not the value. */
  sortable?: true | ((record: Alias) => Sql);
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
      /** Which of these are there, of values that a workspace makes up. */
      lookup?: Lookup;
    })
  | (Value & {
      kind: "ref";
      /** What it refers to: a record by its name, whose fields paths lead to; or what is no record. */
      to: string | Referred;
    })
  | (Flags & { kind: "words"; find: Find })
  | (Flags & { kind: "relation"; to: string; join: Join });

/** What can be referred to by name. */
export type Referred = {
  lookup: Lookup;
  /** SQL of { value, label } in JSON, of an id: what to ask it by, and what it is called. */
  called: (id: Sql) => Sql;
};

/**
 * A noun of the product as lists, filters, audit and import know it. Fields are typed code: what a field is, is said here once.
 */
export type RecordOf = {
  /** As catalogues, the audit and REST paths of views call it. */
  name: string;
  table: Sql;
  alias: string;
  read: Permission;
  fields: Readonly<Record<string, Field>>;
  groups?: Readonly<Record<string, Rows>>;
  /** The field that a bare word asks. */
  words?: string;
  /** Parameters that ask a field in a way of their own. */
  aliases?: readonly AddressAlias[];
  /** How others refer to it. */
  referred?: Referred;
  /** Are its records people, so that "me" is one? */
  people?: true;
  /** All records, by name. Only connected records have it. */
  all?: () => Readonly<Record<string, RecordOf>>;
};

export function record<const Of extends RecordOf>(definition: Of): Of {
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

/** The record of this name, as a connected one knows it. */
export function relatedTo(from: RecordOf, name: string): RecordOf {
  const found = from.all?.()[name];
  if (!found) throw new Error(`${from.name} is related to ${name}, which is not connected`);
  return found;
}

/** The record on the other side of a field that paths may go through; null where there is none. */
export function otherSide(of: RecordOf, field: Field | undefined): RecordOf | null {
  if (field?.kind !== "relation" && field?.kind !== "ref") return null;
  return typeof field.to === "string" ? relatedTo(of, field.to) : null;
}

/** Names as answers have them, of the fields an audit entry tells about. */
export function auditedFields(of: RecordOf): string[] {
  return Object.entries(of.fields).flatMap(([name, field]) => (field.audited ? [field.shown ?? name] : []));
}

/** The fields a list can be sorted by. */
export function sortableFields(of: RecordOf): string[] {
  return Object.entries(of.fields).flatMap(([name, field]) => (field.sortable ? [name] : []));
}

/** The fields whose values can be counted. */
export function facetFields(of: RecordOf): string[] {
  return Object.entries(of.fields).flatMap(([name, field]) =>
    "facet" in field && field.facet ? [name] : [],
  );
}
