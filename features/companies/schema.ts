import { z } from "zod";
import { Tag, TagInput } from "@/features/tags/schema";
import { wholeNumber } from "@/lib/schema/numbers";
import { Id, Instant, Money, optionalText, page, Uuid, Version } from "@/lib/schema/shapes";
import {
  nameFromText,
  normalizeCountry,
  normalizeCreditCode,
  normalizeDomain,
  normalizeStage,
} from "./domain";

/** Either may be missing; never both. */
export const CompanyName = z.object({ en: z.string().nullable(), zh: z.string().nullable() });

/** A company as lists show it. `description` is the English one; `domain` is bare and in punycode; `country` ISO 3166. */
export const Company = z.object({
  id: Id,
  name: CompanyName,
  formerNames: z.array(z.string()),
  aliases: z.array(z.string()),
  domain: z.string().nullable(),
  creditCode: z.string().nullable(),
  country: z.string().nullable(),
  stage: z.string().nullable(),
  foundedYear: z.number().int().nullable(),
  description: z.string().nullable(),
  descriptionZh: z.string().nullable(),
  tags: z.array(Tag),
  createdAt: Instant,
  updatedAt: Instant,
  version: z.number().int(),
});
export type Company = z.infer<typeof Company>;

/** `similar`: companies that had the very same name already, ten at most. */
export const CreatedCompany = Company.extend({
  similar: z.array(z.object({ id: Id, name: CompanyName })),
});
export type CreatedCompany = z.infer<typeof CreatedCompany>;

const CompanyNews = z.object({
  id: Id,
  title: z.string(),
  url: z.string().nullable(),
  kind: z.string(),
  language: z.string(),
  publishedAt: Instant,
});

const CompanyDeal = z.object({
  id: Id,
  stage: z.string(),
  stageName: z.object({ en: z.string(), zh: z.string() }),
  stageKind: z.enum(["open", "won", "lost"]),
  round: z.string().nullable(),
  amount: Money.nullable(),
  confidential: z.boolean(),
  example: z.boolean(),
  openedOn: z.iso.date(),
  updatedAt: Instant,
});

/** A company's page: with the ten latest news of it and its deals (those this role may see, newest first). */
export const CompanyDetail = Company.extend({ news: z.array(CompanyNews), deals: z.array(CompanyDeal) });
export type CompanyDetail = z.infer<typeof CompanyDetail>;

const nameText = z.string().trim().max(200, { error: "must have at most 200 characters" });

const NameInput = z
  .union(
    [
      nameText.min(1).transform(nameFromText),
      z.object({ en: nameText.nullable().optional(), zh: nameText.nullable().optional() }).strict(),
    ],
    { error: "must be given in English or in Chinese" },
  )
  .refine((name) => Boolean(name.en || name.zh), { error: "must be given in English or in Chinese" })
  .transform((name) => ({ en: name.en || null, zh: name.zh || null }));

/** Text that `normalize` brings into one form or refuses; empty text means "none". */
function normalized(normalize: (text: string) => string | null, error: string) {
  return z
    .string()
    .max(500)
    .transform((text, check) => {
      if (text.trim() === "") return null;
      const value = normalize(text);
      if (value === null) check.addIssue({ code: "custom", message: error });
      return value;
    })
    .nullable()
    .optional();
}

const CountryInput = normalized(normalizeCountry, "must be a country code of two letters, like CN or US");

const facts = {
  formerNames: z.array(nameText.min(1)).max(50).optional(),
  aliases: z.array(nameText.min(1)).max(50).optional(),
  domain: normalized(normalizeDomain, "must be a domain like example.com"),
  country: CountryInput,
  stage: normalized((text) => normalizeStage(text).slice(0, 60), "must be a stage like seed or series-a"),
  foundedYear: wholeNumber(1600, 2100, "must be a year like 2023").nullable().optional(),
  creditCode: normalized(
    normalizeCreditCode,
    "is not a 统一社会信用代码: 18 characters of which the last checks the others (GB 32100-2015)",
  ),
  description: optionalText(10_000),
  descriptionZh: optionalText(10_000),
};

export const CreateCompany = z
  .object({ name: NameInput, ...facts, tags: z.array(TagInput).max(50).optional() })
  .strict();

/** Fields left out stay as they are; null or empty text clears them. Without `version` the last write wins. */
export const UpdateCompany = z
  .object({ id: Uuid, version: Version.optional(), name: NameInput.optional(), ...facts })
  .strict();

export const GetCompany = z.object({ id: Uuid }).strict();

/** What the filters of the list can be set to: countries and stages that companies have. */
export const CompanyValues = z.object({ countries: z.array(z.string()), stages: z.array(z.string()) });

/** What was changed, by whom, newest first. `fields`: names as in Company; `tag:<thesis>` for tags. */
export const CompanyHistory = page(
  z.object({ id: Id, at: Instant, by: z.string(), operation: z.string(), fields: z.array(z.string()) }),
);
export type CompanyHistory = z.infer<typeof CompanyHistory>;
