import { z } from "zod";
import { NewsCompany } from "@/features/mentions/schema";
import { Tag, TagInput } from "@/features/tags/schema";
import { Day, Id, Instant, optionalText, Uuid, Version, WhenInput } from "@/lib/schema/shapes";
import { primaryLanguage } from "@/lib/text/language";
import { newsKinds } from "./domain/kinds";

export const NewsKind = z.enum(newsKinds, { error: `must be one of ${newsKinds.join(", ")}` });
export type NewsKind = z.infer<typeof NewsKind>;

/**
 * A news item as lists show it. `dateStated` is false when the source gave no date, or one that cannot be right, and the first
 * sighting stands in for it; `dateDoubt` says which (missing, years in the future, before there was a web) and `claimedAt` what
 * the source gave. `publishedDay`: the day, when no time of day was written; `assumedZone`: the zone (IANA) taken for a time that
 * named none. `language` is a primary subtag such as "en" or "zh". `excerpt` is plain text, at most 300 characters.
 */
export const NewsItem = z.object({
  id: Id,
  title: z.string(),
  url: z.string().nullable(),
  publishedAt: Instant,
  dateStated: z.boolean(),
  publishedDay: Day.nullable(),
  assumedZone: z.string().nullable(),
  dateDoubt: z.enum(["missing", "future", "past"]).nullable(),
  claimedAt: Instant.nullable(),
  firstSeenAt: Instant,
  feedId: Id.nullable(),
  feed: z.object({ id: Id, title: z.string() }).nullable(),
  /** Who published it, as an import says; items of feeds have none. */
  source: z.string().nullable(),
  /** The story it tells, and how many items tell it, this one included. */
  story: z.object({ id: Id, items: z.number().int() }),
  language: z.string(),
  kind: NewsKind,
  author: z.string().nullable(),
  excerpt: z.string(),
  tags: z.array(Tag),
  version: z.number().int(),
});
export type NewsItem = z.infer<typeof NewsItem>;

/** What an item said before it was changed, until `replacedAt`. */
const NewsRevision = z.object({
  id: Id,
  title: z.string(),
  url: z.string().nullable(),
  publishedAt: Instant,
  excerpt: z.string(),
  replacedAt: Instant,
});

/**
 * A news item's page. `html` is the source's content, cleaned (no scripts, styles, frames, event handlers); null when only
 * `text` is there. `revisions`: the 50 latest earlier states, newest first.
 */
export const NewsDetail = NewsItem.extend({
  html: z.string().nullable(),
  text: z.string(),
  updatedAt: Instant,
  companies: z.array(NewsCompany),
  revisions: z.array(NewsRevision),
});
export type NewsDetail = z.infer<typeof NewsDetail>;

const title = z
  .string()
  .trim()
  .min(1, { error: "must not be empty" })
  .max(1000, { error: "must have at most 1000 characters" });
const text = z.string().max(200_000, { error: "must have at most 200000 characters" });
const WebAddress = z
  .string()
  .trim()
  .max(2000, { error: "must have at most 2000 characters" })
  .refine((address) => /^https?:\/\//i.test(address) && URL.canParse(address), {
    error: "must be an address starting with http:// or https://",
  });
const OptionalAddress = z
  .union([z.literal("").transform(() => null), WebAddress], {
    error: "must be an address starting with http:// or https://",
  })
  .nullable()
  .optional();
const Language = z.string().transform((code, check) => {
  const language = primaryLanguage(code);
  if (language === null) check.addIssue({ code: "custom", message: "must be a language code like en or zh" });
  return language ?? z.NEVER;
});

/** `publishedAt`: a day alone is the workspace's, and stays a day. Without `language` it is told from the text. `companies`: ids. */
export const CreateNews = z
  .object({
    title,
    url: OptionalAddress,
    publishedAt: WhenInput,
    language: Language.optional(),
    kind: NewsKind.default("article"),
    author: optionalText(300),
    text: text.optional(),
    tags: z.array(TagInput).max(50).optional(),
    companies: z.array(Uuid).max(50).optional(),
  })
  .strict();

/** What one reads, sent by another program. `note` goes to tags that have none of their own. */
export const InboundNews = CreateNews.omit({ title: true, url: true, publishedAt: true, companies: true })
  .extend({
    url: WebAddress,
    title: title.optional(),
    publishedAt: WhenInput.optional(),
    note: optionalText(2000),
  })
  .strict();
/** `page`: where the item is read, below the product's own address. */
export const Inbound = z.object({ id: Id, created: z.boolean(), page: z.string() });

/** Fields left out stay as they are; what the item said before is kept as a revision. */
export const UpdateNews = z
  .object({
    id: Uuid,
    version: Version.optional(),
    title: title.optional(),
    url: OptionalAddress,
    publishedAt: WhenInput.optional(),
    language: Language.optional(),
    kind: NewsKind.optional(),
    author: optionalText(300),
    text: text.optional(),
  })
  .strict();

export const GetNews = z.object({ id: Uuid }).strict();

/** What the filters of the list can be set to. */
export const NewsValues = z.object({
  languages: z.array(z.string()),
  feeds: z.array(z.object({ id: Id, title: z.string() })),
});

export const PreviewNews = z.object({ url: WebAddress }).strict();

/** What a page says about itself; null where it says nothing. `existing` is the item that already has this address. */
export const NewsPreview = z.object({
  url: z.string(),
  title: z.string().nullable(),
  publishedAt: Instant.nullable(),
  siteName: z.string().nullable(),
  author: z.string().nullable(),
  language: z.string(),
  excerpt: z.string().nullable(),
  existing: z.object({ id: Id, title: z.string() }).nullable(),
});
export type NewsPreview = z.infer<typeof NewsPreview>;
