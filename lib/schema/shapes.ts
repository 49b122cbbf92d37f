import { z } from "zod";
import { wholeNumber } from "./numbers";

/** The shapes every feature's schemas are made of. */

export const Uuid = z.uuid({ error: "must be an id (a UUID)" }).transform((id) => id.toLowerCase());

/** An id as the doors give it back: no transform, so that it can be published. */
export const Id = z.uuid();

/** What already holds an address, by its title; null when nothing does. */
export const Holder = z.object({ id: Id, title: z.string() }).nullable();

/** An id or a slug: wherever a thesis, stage or pipeline is named. */
export const Ref = z.string().trim().min(1).max(200);

/** A calendar day in the workspace's time zone. */
export const Day = z.iso
  .date({ error: "must be a day like 2024-02-16" })
  // The year 0, which ISO 8601 has and PostgreSQL has not.
  .refine((day) => day >= "0001-01-01", { error: "must be a day like 2024-02-16" });

/** ISO 8601 in UTC, as every door gives it out. */
export const Instant = z.iso.datetime();

const timeError = "must be a time like 2024-02-16T08:00:00Z, or a day like 2024-02-16";

/** ISO 8601 with any offset, or a day, as a person may send it; `whenOf` says what it means in the workspace's zone. */
export const WhenInput = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], { error: timeError })
  .refine((text) => text >= "1000" && !Number.isNaN(Date.parse(text)), { error: timeError });

/** ISO 8601 with any offset, as a person may send it; a bare day means its midnight in UTC. */
export const InstantInput = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: "must be a time like 2024-02-16T08:00:00Z",
  })
  .refine((text) => text >= "1000" && !Number.isNaN(Date.parse(text)), {
    error: "must be a time like 2024-02-16T08:00:00Z",
  })
  .transform((text) => new Date(text).toISOString());

export const Localized = z.object({ en: z.string(), zh: z.string() });
export type Localized = z.infer<typeof Localized>;

/** Text that must exist in at least one of the two languages; what is missing reads as the other one. */
export function localizedInput(max: number) {
  const text = z
    .string()
    .trim()
    .max(max, { error: `must have at most ${max} characters` });
  return z
    .union([
      z
        .string()
        .trim()
        .min(1)
        .max(max)
        .transform((one): { en?: string; zh?: string } => ({ en: one })),
      z.object({ en: text.optional(), zh: text.optional() }).strict(),
    ])
    .refine((both) => Boolean(both.en || both.zh), { error: "must be given in English or in Chinese" })
    .transform((both): Localized => ({ en: both.en || both.zh || "", zh: both.zh || both.en || "" }));
}

/** Text of at most `max` characters; empty text means "none". */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max, { error: `must have at most ${max} characters` })
    .transform((text) => text || null)
    .nullable()
    .optional();
}

/** "1,200,000.5" is refused: a decimal with at most two places, as text or number, in an ISO 4217 currency. */
export const MoneyInput = z
  .object({
    value: z
      .union([z.string(), z.number()])
      .transform(String)
      .refine((text) => /^\d{1,18}(\.\d{1,2})?$/.test(text), {
        error: "must be an amount like 1200000 or 1200000.50",
      }),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => Intl.supportedValuesOf("currency").includes(code), {
        error: "must be a currency code like USD or CNY",
      }),
  })
  .strict();

export const Money = z.object({ value: z.string(), currency: z.string() });

/** "a, b" → a and b; nothing → none. Commas alone are a value that there is none of, not nothing asked. */
export function valuesIn(text: string): string[] {
  const parts = text.split(",").map((part) => part.trim());
  const named = parts.filter(Boolean);
  return named.length === 0 && parts.length > 1 ? [text] : named;
}

/** A comma-separated list in an address, a list in JSON. */
export function listOf<T extends z.ZodType>(item: T, most = 100) {
  const split = (raw: unknown) => (typeof raw === "string" ? valuesIn(raw) : raw);
  return z
    .preprocess(split, z.array(item).max(most, { error: `must be at most ${most}` }))
    .meta({ description: "A list; in an address, separated by commas" });
}

/** true, "true", "1" as they stand in an address or in JSON. */
export const Flag = z
  .preprocess(
    (raw) => (raw === "true" || raw === "1" ? true : raw === "false" || raw === "0" ? false : raw),
    z.boolean({ error: "must be true or false" }),
  )
  .meta({ type: "boolean" });

/** Rows per page: 50 unless told, 200 at most. */
export const Limit = wholeNumber(1, 200).prefault(50);

export const Cursor = z.string().max(500).optional();

export function page<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}

/** The version of the record a change was made against: as it was read. */
export const Version = wholeNumber(0, 2_147_483_647, "must be a version as it was read, like 3");
