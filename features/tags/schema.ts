import { z } from "zod";
import { wholeNumber } from "@/lib/schema/numbers";
import { Id, Instant, optionalText, Ref, Uuid } from "@/lib/schema/shapes";

export const stances = ["for", "against", "neutral"] as const;
export const Stance = z.enum(stances, { error: "must be for, against or neutral" });
export type Stance = z.infer<typeof Stance>;

/** How much it says: 1 a hint, 2 clear, 3 decisive. */
export const Strength = wholeNumber(1, 3, "must be 1, 2 or 3");

export const tagOrigins = ["person", "rule", "model", "import"] as const;
export const TagOrigin = z.enum(tagOrigins);

/** A thesis on something, as every door shows it. `thesis` is the slug. */
export const Tag = z.object({
  thesis: z.string(),
  thesisId: Id,
  stance: Stance,
  strength: z.number().int(),
  note: z.string().nullable(),
  origin: TagOrigin,
  by: z.string(),
  recordedAt: Instant,
  /** 0 to 1, of a model's tag. */
  confidence: z.number().nullable(),
  /** The rule, model or import it came from, when no person set it. */
  sourceId: Id.nullable(),
});
export type Tag = z.infer<typeof Tag>;

export const tagValues = {
  stance: Stance.default("neutral"),
  strength: Strength.prefault(1),
  note: optionalText(2000),
};

/** A tag given along when its subject is made. */
export const TagInput = z.object({ thesis: Ref, ...tagValues }).strict();

/** `id`: the item, company or deal; `thesis`: id or slug. */
export const PutTag = z.object({ id: Uuid, thesis: Ref, ...tagValues }).strict();
export const RemoveTag = z.object({ id: Uuid, thesis: Ref }).strict();

/** A tag's earlier states, newest first: nothing tagged is ever lost. */
export const TagHistory = z.object({
  data: z.array(Tag.extend({ supersededAt: Instant.nullable(), supersededBy: z.string().nullable() })),
});

const NewsIds = z
  .array(Uuid)
  .min(1, { error: "must name at least one item" })
  .max(1000, { error: "must name at most 1000 items" });

/** `ids`: news items, 1,000 at most. Theses by id or slug; one thesis is not put and removed in the same step. */
export const TagMany = z
  .object({
    ids: NewsIds,
    put: z.array(TagInput).max(50).default([]),
    remove: z.array(Ref).max(50).default([]),
    /** What the step is called in the list of steps. */
    label: z.string().trim().max(300).optional(),
  })
  .strict()
  .refine(({ put, remove }) => put.length + remove.length > 0, {
    path: ["put"],
    error: "must name a thesis to put or to remove",
  });
/** `ids`: news items, 1,000 at most. */
export const ConfirmTags = z.object({ ids: NewsIds }).strict();
export const BatchDone = z.object({ batchId: Id, put: z.number().int(), removed: z.number().int() });
export const UndoBatch = z.object({ id: Uuid }).strict();
/** `restored`: tags that stand again as before the step; `removed`: tags of the step that no longer stand. */
export const UndoneBatch = z.object({ restored: z.number().int(), removed: z.number().int() });
