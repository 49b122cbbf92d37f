import { z } from "zod";
import { Stance, Strength } from "@/features/tags/schema";
import { wholeNumber } from "@/lib/schema/numbers";
import { Cursor, Day, Flag, Id, Instant, Limit, page, Ref, Uuid } from "@/lib/schema/shapes";
import { maxItems } from "./domain/limits";

/** `reader`: the member who reads again, blind; `from`, `to`: days of publication, `to` exclusive. The same seed draws the same items. */
export const DrawRound = z
  .object({
    reader: Uuid,
    size: wholeNumber(1, maxItems).prefault(50),
    thesis: Ref.optional(),
    from: Day.optional(),
    to: Day.optional(),
    seed: z.string().trim().min(1).max(100).optional(),
  })
  .strict();
export const ById = z.object({ id: Uuid }).strict();
export const ListRounds = z.object({ limit: Limit, cursor: Cursor }).strict();

/** How the sample was drawn; null for whoever reads it blind. */
const Draw = z.object({
  seed: z.string(),
  size: z.number().int(),
  thesis: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

export const Round = z.object({
  id: Id,
  reader: z.object({ id: Id, name: z.string() }),
  drawnBy: z.object({ id: Id.nullable(), name: z.string() }),
  drawnAt: Instant,
  /** Null while the reader is at it: until then nobody sees figures. */
  closedAt: Instant.nullable(),
  items: z.number().int(),
  read: z.number().int(),
  draw: Draw.nullable(),
});
export type Round = z.infer<typeof Round>;
export const RoundPage = page(Round);

/** An alpha with its 95 % interval; `value` null says why: too few units, or nothing that could have differed. */
export const Estimate = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  units: z.number().int(),
  why: z.enum(["few", "same"]).nullable(),
});

const agreementShape = { sets: Estimate, presence: Estimate, stance: Estimate };

export const Figures = z.object({
  ...agreementShape,
  items: z.number().int(),
  /** Items on which the readings differ in a thesis or a stance, and those of them that are settled. */
  disagreements: z.number().int(),
  settled: z.number().int(),
  theses: z.array(
    z.object({
      thesis: z.string(),
      thesisId: Id,
      both: z.number().int(),
      onlyFirst: z.number().int(),
      onlySecond: z.number().int(),
      presence: Estimate,
      stance: Estimate,
    }),
  ),
  pairs: z.array(
    z.object({
      first: z.object({ id: Id, name: z.string() }),
      items: z.number().int(),
      ...agreementShape,
    }),
  ),
});
export type Figures = z.infer<typeof Figures>;
export const RoundDetail = Round.extend({ figures: Figures.nullable() });
export type RoundDetail = z.infer<typeof RoundDetail>;

/** A thesis as one reader put it. */
export const ReadTag = z.object({
  thesis: z.string(),
  thesisId: Id,
  stance: Stance,
  strength: z.number().int(),
});
export type ReadTag = z.infer<typeof ReadTag>;

const ReadItem = z.object({
  id: Id,
  title: z.string(),
  url: z.string().nullable(),
  language: z.string(),
  excerpt: z.string(),
  publishedAt: Instant,
  source: z.string().nullable(),
});

export const Task = z.object({
  id: Id,
  roundId: Id,
  /** 1 … of the round's `items`. */
  place: z.number().int(),
  items: z.number().int(),
  item: ReadItem,
  readAt: Instant.nullable(),
  reading: z.array(ReadTag),
});
export type Task = z.infer<typeof Task>;
export const ListTasks = z.object({ unread: Flag.optional(), limit: Limit, cursor: Cursor }).strict();
export const TaskPage = page(Task);

const GivenTag = z
  .object({ thesis: Ref, stance: Stance.default("neutral"), strength: Strength.prefault(1) })
  .strict();

/** `tags`: all that the reader puts on the item; none says that no thesis fits. */
export const ReadTask = z.object({ id: Uuid, tags: z.array(GivenTag).max(50) }).strict();
/** `left`: items of the round still to read; with the last one it closes. */
export const TaskRead = z.object({ id: Id, roundId: Id, left: z.number().int() });

export const sides = ["a", "b"] as const;

/** The two readings stand in an order that tells nothing; whose they are is said when it is settled. */
export const Disagreement = z.object({
  id: Id,
  roundId: Id,
  item: ReadItem,
  a: z.array(ReadTag),
  b: z.array(ReadTag),
  settlement: z
    .object({
      settledFor: z.enum(["a", "b", "other"]),
      by: z.string(),
      at: Instant,
      reason: z.string(),
      readers: z.object({ a: z.string(), b: z.string() }),
      batchId: Id,
    })
    .nullable(),
});
export type Disagreement = z.infer<typeof Disagreement>;
export const ListDisagreements = z
  .object({ settled: Flag.default(false), limit: Limit, cursor: Cursor })
  .strict();
export const DisagreementPage = page(Disagreement);

/** `take`: one of the readings, or `other` with the `tags` that shall stand. */
export const Settle = z
  .object({
    id: Uuid,
    take: z.enum([...sides, "other"]),
    tags: z.array(GivenTag).max(50).optional(),
    reason: z
      .string()
      .trim()
      .min(1, { error: "must say why" })
      .max(1900, { error: "must have at most 1900 characters" }),
  })
  .strict()
  .refine(({ take, tags }) => (take === "other") === (tags !== undefined), {
    path: ["tags"],
    error: "must be given with take: other, and only then",
  });
