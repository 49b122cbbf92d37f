// The shape of the demo's data files. Whoever loads them goes through loadDemo(): what does not fit stops the seeding.
import { z } from "zod";
import claims from "./claims.json" with { type: "json" };
import companies from "./companies.json" with { type: "json" };
import deals from "./deals.json" with { type: "json" };
import news from "./news.json" with { type: "json" };
import rules from "./rules.json" with { type: "json" };
import theses from "./theses.json" with { type: "json" };

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "must be words of a-z and 0-9 joined by hyphens" });
const day = z.iso.date();
const text = z.string().trim().min(1);
const httpsUrl = z.url({ protocol: /^https$/ });

/** A text that exists in both languages. */
export const Bilingual = z.object({ en: text, zh: text }).strict();
export type Bilingual = z.infer<typeof Bilingual>;

export const Stance = z.enum(["for", "against", "neutral"]);
export const Strength = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** `thesis`: the slug of a focus area or an element. */
export const DemoTag = z
  .object({ thesis: key, stance: Stance, strength: Strength, note: text.optional() })
  .strict();
export type DemoTag = z.infer<typeof DemoTag>;

export const DemoThesis = z
  .object({
    slug: key,
    facet: z.enum(["focus", "element"]),
    color: z.int().min(0).max(7),
    name: Bilingual,
    statement: Bilingual,
    keywords: z.array(text).min(1),
    horizon: text.optional(),
    validFrom: day,
    note: Bilingual.optional(),
  })
  .strict();
export type DemoThesis = z.infer<typeof DemoThesis>;

/** `thesis` null: the claim concerns all of them. `section`: of the essay. */
export const DemoClaim = z
  .object({
    number: z.string().regex(/^[1-9][0-9]?[a-z]?$/),
    thesis: key.nullable(),
    elements: z.array(key).min(1),
    statement: Bilingual,
    indicator: Bilingual,
    resolutionRule: Bilingual,
    deadline: day,
    hedge: Bilingual.optional(),
    section: z.string().regex(/^0[1-4]$/),
    ruleWrittenAfterWindow: z.boolean(),
    source: Bilingual,
  })
  .strict();
export type DemoClaim = z.infer<typeof DemoClaim>;

export const DemoCompany = z
  .object({
    key,
    name: z
      .object({ en: text.optional(), zh: text.optional() })
      .strict()
      .refine((name) => name.en !== undefined || name.zh !== undefined, { error: "must have a name" }),
    formerNames: z.array(text).default([]),
    domain: z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, { error: "must be a bare domain in lower case" }),
    country: z.string().regex(/^[A-Z]{2}$/),
    foundedYear: z.int().min(1900).max(2024).optional(),
    stage: z.enum(["seed", "early", "growth", "public", "acquired"]).optional(),
    description: Bilingual,
    tags: z.array(DemoTag),
  })
  .strict();
export type DemoCompany = z.infer<typeof DemoCompany>;

/** `publishedAt`: a day where the hour is not known, else an instant in UTC. */
export const DemoNewsItem = z
  .object({
    key,
    title: text,
    url: httpsUrl,
    publishedAt: z.union([day, z.iso.datetime()]),
    language: z.enum(["en", "zh"]),
    kind: z.enum(["paper", "release", "round", "launch", "policy", "hire", "article"]),
    companies: z.array(key),
    tags: z.array(DemoTag),
    summary: text.optional(),
  })
  .strict();
export type DemoNewsItem = z.infer<typeof DemoNewsItem>;

export const DealStage = z.enum([
  "sourced",
  "first-call",
  "diligence",
  "committee",
  "term-sheet",
  "closed",
  "passed",
]);
export type DealStage = z.infer<typeof DealStage>;

/** An example of a pipeline, not a deal anybody did. `moves` ends at `stage`; an amount is a published round's size. */
export const DemoDeal = z
  .object({
    company: key,
    stage: DealStage,
    round: key.optional(),
    theses: z.array(z.object({ slug: key, stance: Stance, strength: Strength }).strict()).min(1),
    amount: z
      .object({
        value: z.string().regex(/^[1-9][0-9]*(\.[0-9]{1,2})?$/),
        currency: z.string().regex(/^[A-Z]{3}$/),
      })
      .strict()
      .optional(),
    amountSource: httpsUrl.optional(),
    passReason: Bilingual.optional(),
    revisitIf: Bilingual.optional(),
    nextStep: Bilingual.optional(),
    source: Bilingual.optional(),
    openedOn: day,
    moves: z.array(z.object({ to: DealStage, on: day }).strict()).min(1),
    example: z.literal(true),
  })
  .strict();
export type DemoDeal = z.infer<typeof DemoDeal>;

/** Rules by the thesis they tag with, neutral and weak: a rule sees words, not what they mean for it. */
export const DemoRules = z
  .object({
    synonyms: z.record(key, z.array(z.array(text).min(2))),
    rules: z.array(z.object({ thesis: key, name: text, expression: text }).strict()),
  })
  .strict();
export type DemoRules = z.infer<typeof DemoRules>;

export const Demo = z.object({
  theses: z.array(DemoThesis),
  claims: z.array(DemoClaim),
  companies: z.array(DemoCompany),
  news: z.array(DemoNewsItem),
  deals: z.array(DemoDeal),
  rules: DemoRules,
});
export type Demo = z.infer<typeof Demo>;

/** The data as shipped, checked; throws with the path of what does not fit. The feeds lie in feeds.opml. */
export function loadDemo(): Demo {
  return Demo.parse({ theses, claims, companies, news, deals, rules });
}
