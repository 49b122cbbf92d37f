import { addDays } from "@/lib/calendar/days";
import type { Alias } from "@/lib/filter/address";
import type { PortableCatalogue } from "@/lib/filter/portable";

export type FilterOption = { value: string; label: string };

/** What a FilterBar shows: plain data, so a server component can write it. `rare`: folded away until asked for. */
export type FilterDefinition = Control & { rare?: boolean };

/** `name` is the URL parameter (the REST API's name). */
type Control =
  | { kind: "search"; name: string; label: string; placeholder?: string }
  /** One value; the empty option reads "All" unless `anyLabel`. */
  | { kind: "select"; name: string; label: string; options: readonly FilterOption[]; anyLabel?: string }
  /** Several values, in the URL as "a,b". */
  | { kind: "many"; name: string; label: string; options: readonly FilterOption[] }
  /** Two days, YYYY-MM-DD, as read by people: both inclusive. With `toExclusive` the URL names the day after the last, as the REST API does. */
  | {
      kind: "dates";
      from: string;
      to: string;
      label: string;
      min?: string;
      max?: string;
      toExclusive?: boolean;
    }
  /** `name=true` or absent. */
  | { kind: "toggle"; name: string; label: string };

/** The parameters a list was asked with, and the values among them that are not there: `near`, in `param`. */
export type FiltersInForce = {
  filters: Readonly<Record<string, string>>;
  filter: { unknown: readonly { param: string; near: string }[] };
  /** The parts of a typed filter, each with the parameters that take it away. */
  parts?: readonly { text: string; unknown: boolean; without: Readonly<Record<string, string | null>> }[];
};

/** What a list can be asked: its fields, and the parameters that ask them in a way of their own. */
export type FilterLanguage = PortableCatalogue & { aliases: readonly Alias[] };

export function namesOf(filter: FilterDefinition): string[] {
  return filter.kind === "dates" ? [filter.from, filter.to] : [filter.name];
}

export function splitValues(raw: string | null): string[] {
  return raw ? raw.split(",").filter(Boolean) : [];
}

/** The day so many days later; the text itself when it is no day. */
export function shiftDay(day: string, days: number): string {
  return Number.isNaN(Date.parse(day)) ? day : addDays(day, days);
}
