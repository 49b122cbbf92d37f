import { z } from "zod";
import { wholeNumber } from "@/lib/schema/numbers";
import {
  Day,
  Id,
  Instant,
  Localized,
  localizedInput,
  optionalText,
  Ref,
  Uuid,
  Version,
} from "@/lib/schema/shapes";
import { isReservedSlug } from "./domain/wording";

export const thesisStatuses = ["active", "retired"] as const;
export const ThesisStatus = z.enum(thesisStatuses, { error: "must be active or retired" });

/**
 * `color` is an index into the eight series colours; `facet` a slug ("focus", "element", or the workspace's own); `parent` the
 * slug of the thesis it is a part of.
 */
export const Thesis = z.object({
  id: Id,
  slug: z.string(),
  facet: z.string(),
  name: Localized,
  statement: Localized,
  status: ThesisStatus,
  color: z.number().int(),
  keywords: z.array(z.string()),
  horizon: z.string().nullable(),
  parent: z.string().nullable(),
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  position: z.number().int(),
  version: z.number().int(),
  updatedAt: Instant,
});
export type Thesis = z.infer<typeof Thesis>;

/** One wording. `validFrom`: since which day the fund held it so; `recordedAt`: when it was written down. */
export const ThesisVersion = z.object({
  number: z.number().int(),
  name: Localized,
  statement: Localized,
  keywords: z.array(z.string()),
  note: z.string().nullable(),
  validFrom: Day,
  recordedAt: Instant,
  recordedBy: z.string().nullable(),
});
export type ThesisVersion = z.infer<typeof ThesisVersion>;

export const Claim = z.object({
  id: Id,
  number: z.string(),
  statement: Localized,
  indicator: Localized,
  resolutionRule: Localized,
  hedge: Localized.nullable(),
  source: Localized,
  deadline: Day,
  /** True: written when its window had closed. It is shown as such and never scored. */
  ruleWrittenAfterWindow: z.boolean(),
  elements: z.array(z.object({ slug: z.string(), name: Localized })),
});
export type Claim = z.infer<typeof Claim>;

export const ThesisDetail = Thesis.extend({ versions: z.array(ThesisVersion), claims: z.array(Claim) });
export type ThesisDetail = z.infer<typeof ThesisDetail>;

/** How much carries a thesis now: news items, companies, and the deals this role may see. */
export const ThesisCounts = z.object({
  thesisId: Id,
  news: z.number().int(),
  companies: z.number().int(),
  deals: z.number().int(),
});
export type ThesisCounts = z.infer<typeof ThesisCounts>;

export const Facet = z.object({ id: Id, slug: z.string(), name: Localized, position: z.number().int() });
export const FacetList = z.object({ data: z.array(Facet), nextCursor: z.null() });

export const GetThesis = z.object({ id: Ref }).strict();

const color = wholeNumber(0, 7, "must be a colour from 0 to 7");
const keywords = z
  .array(z.string().trim().min(1).max(80))
  .max(100, { error: "must be at most 100 keywords" });

const facts = {
  keywords: keywords.optional(),
  color: color.optional(),
  horizon: optionalText(120),
  ownerId: Uuid.nullable().optional(),
  /** The thesis it is a part of, by slug or id; null or empty for none. */
  parent: optionalText(200),
  note: optionalText(2000),
  validFrom: Day.optional(),
};

/** Without a slug, one is made of the English name. `facet` is "focus" unless told. */
export const CreateThesis = z
  .object({
    slug: z
      .string()
      .trim()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
        error: "must be lower-case letters and digits with hyphens between",
      })
      .max(60)
      .refine((slug) => !isReservedSlug(slug), { error: 'must not be "new" or look like an id' })
      .optional(),
    facet: Ref.default("focus"),
    name: localizedInput(120),
    statement: localizedInput(4000),
    ...facts,
  })
  .strict();

/** Text in one language or both; a language left out stays as it is. */
function localizedChange(max: number) {
  const text = z
    .string()
    .trim()
    .max(max, { error: `must have at most ${max} characters` });
  return z.union([
    text.transform((one): { en?: string; zh?: string } => ({ en: one })),
    z.object({ en: text.optional(), zh: text.optional() }).strict(),
  ]);
}

/** A new wording (name, statement, keywords) becomes a new dated version; the others are kept. */
export const UpdateThesis = z
  .object({
    id: Ref,
    name: localizedChange(120).optional(),
    statement: localizedChange(4000).optional(),
    status: ThesisStatus.optional(),
    ...facts,
    version: Version.optional(),
  })
  .strict();
