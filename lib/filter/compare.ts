import { instantOfLocal } from "@/lib/calendar/zones";
import type { CatalogueField } from "./catalogue";
import { folded } from "./names";
import { rangeOf } from "./period";
import { isList, type Operator, type Test } from "./tree";

export type Scalar = string | number | boolean;

/** Who asks, and when. */
export type Asker = {
  /** The day it is in the zone. */
  today: string;
  timeZone: string;
  /** The id that "me" stands for. */
  me: string | null;
};

/** Does one value meet a test of its field? What cannot be compared never does. */
export function comparison(
  field: CatalogueField,
  { op, value }: Test,
  asker: Asker,
): (one: Scalar) => boolean {
  if (op === "empty") return () => true;
  if (op === "contains") return (one) => folded(String(one)).includes(folded(String(value)));
  if (op === "in" && isList(value)) {
    const any = [...value].map((wanted) => equality(field, wanted, asker.me));
    return (one) => any.some((same) => same(one));
  }
  if (field.kind === "number" && typeof value === "number") return numberComparison(op, value);
  if ((field.kind === "day" || field.kind === "instant") && typeof value === "string")
    return timeComparison(field.kind, op, value, asker);
  return typeof value === "string" || typeof value === "boolean"
    ? equality(field, value, asker.me)
    : () => false;
}

function equality(field: CatalogueField, wanted: Scalar, me: string | null): (one: Scalar) => boolean {
  if (field.kind === "text") return (one) => folded(String(one)) === folded(String(wanted));
  const meant = field.person && wanted === "me" ? me : wanted;
  return (one) => one === meant;
}

function numberComparison(op: Operator, wanted: number): (one: Scalar) => boolean {
  if (op === "lt") return (one) => Number(one) < wanted;
  if (op === "lte") return (one) => Number(one) <= wanted;
  if (op === "gt") return (one) => Number(one) > wanted;
  if (op === "gte") return (one) => Number(one) >= wanted;
  return (one) => one === wanted;
}

function timeComparison(
  kind: "day" | "instant",
  op: Operator,
  period: string,
  { today, timeZone }: Asker,
): (one: Scalar) => boolean {
  const range = rangeOf(period, today);
  if (range === null) return () => false;
  if (kind === "day") return inTime(op, range.from, range.to, String);
  const begin = (day: string) => Date.parse(instantOfLocal(`${day}T00:00`, timeZone) ?? day);
  return inTime(op, begin(range.from), begin(range.to), (one) => Date.parse(String(one)));
}

/** `end` is no part of the time asked for. */
function inTime<T>(op: Operator, begin: T, end: T, read: (one: Scalar) => T): (one: Scalar) => boolean {
  if (op === "lt") return (one) => read(one) < begin;
  if (op === "lte") return (one) => read(one) < end;
  if (op === "gt") return (one) => read(one) >= end;
  if (op === "gte") return (one) => read(one) >= begin;
  return (one) => read(one) >= begin && read(one) < end;
}
