import { z } from "zod";
import { CompanyName } from "@/features/companies/schema";
import { Tag, TagInput } from "@/features/tags/schema";
import {
  Day,
  Flag,
  Id,
  Instant,
  Localized,
  Money,
  MoneyInput,
  optionalText,
  page,
  Ref,
  Uuid,
  Version,
} from "@/lib/schema/shapes";

export const stageKinds = ["open", "won", "lost"] as const;
export const StageKind = z.enum(stageKinds);

export const Stage = z.object({
  id: Id,
  slug: z.string(),
  name: Localized,
  kind: StageKind,
  position: z.number().int(),
});
export type Stage = z.infer<typeof Stage>;

export const Pipeline = z.object({ id: Id, slug: z.string(), name: Localized, stages: z.array(Stage) });
export type Pipeline = z.infer<typeof Pipeline>;
export const PipelinePage = page(Pipeline);

/** A person who can own a deal. */
export const Owner = z.object({ id: Id, name: z.string() });

/**
 * A deal. Money is decimal text; amount and valuation share one currency. `stage` and `pipeline` are slugs; `theses` and
 * `tags` are the same list under both names.
 */
export const Deal = z.object({
  id: Id,
  companyId: Id,
  company: z.object({ id: Id, name: CompanyName }),
  pipeline: z.string(),
  pipelineId: Id,
  stage: z.string(),
  stageId: Id,
  stageName: Localized,
  stageKind: StageKind,
  round: z.string().nullable(),
  amount: Money.nullable(),
  valuation: Money.nullable(),
  ownerId: Id.nullable(),
  owner: Owner.nullable(),
  theses: z.array(Tag),
  tags: z.array(Tag),
  lead: z.string().nullable(),
  coInvestors: z.array(z.string()),
  source: z.string().nullable(),
  nextStep: z.string().nullable(),
  passReason: z.string().nullable(),
  revisitIf: z.string().nullable(),
  confidential: z.boolean(),
  example: z.boolean(),
  openedOn: Day,
  stageEnteredAt: Instant,
  createdAt: Instant,
  updatedAt: Instant,
  version: z.number().int(),
});
export type Deal = z.infer<typeof Deal>;

const money = MoneyInput.nullable().optional();
const reason = optionalText(2000);

const facts = {
  round: optionalText(80),
  amount: money,
  valuation: money,
  ownerId: Uuid.nullable().optional(),
  lead: optionalText(200),
  coInvestors: z.array(z.string().trim().min(1).max(200)).max(50).optional(),
  source: optionalText(500),
  nextStep: optionalText(1000),
  revisitIf: optionalText(1000),
  confidential: Flag.optional(),
  openedOn: Day.optional(),
};

/** A thesis alone (slug or id; a tag it has already is left as it is), or with what the deal says about it. */
const ThesisOnDeal = z.union(
  [Ref.transform((thesis) => ({ ...TagInput.parse({ thesis }), bare: true })), TagInput],
  {
    error: "must be a thesis (slug or id), or one with stance, strength and note",
  },
);
const theses = z.array(ThesisOnDeal).max(50).optional();

/** `stage`: slug or id; a lost stage needs `reason`. `pipeline`: slug or id, the first one unless told. */
export const CreateDeal = z
  .object({ companyId: Uuid, stage: Ref, pipeline: Ref.optional(), reason, theses, ...facts })
  .strict();

/**
 * Fields left out stay as they are; null or empty text clears them. `stage` moves the deal as deal.move does; `theses`,
 * when given, is the whole new list. `reason` goes with a move, or mends the reason of a deal already lost.
 */
export const UpdateDeal = z
  .object({
    id: Uuid,
    version: Version.optional(),
    companyId: Uuid.optional(),
    stage: Ref.optional(),
    reason,
    theses,
    ...facts,
  })
  .strict();

export const MoveDeal = z
  .object({ id: Uuid, stage: Ref, version: Version.optional(), reason, revisitIf: facts.revisitIf })
  .strict();

export const GetDeal = z.object({ id: Uuid }).strict();

/** What a card shows. */
export const BoardCard = Deal.pick({
  id: true,
  company: true,
  stage: true,
  round: true,
  amount: true,
  owner: true,
  tags: true,
  nextStep: true,
  confidential: true,
  example: true,
  stageEnteredAt: true,
  version: true,
});
export type BoardCard = z.infer<typeof BoardCard>;

/**
 * `sums`: one per currency, never added up across them, over the `amounts` deals whose amount is known. `deals`: the first 50,
 * newest change first; `count` has all.
 */
export const BoardColumn = z.object({
  stage: Stage,
  count: z.number().int(),
  amounts: z.number().int(),
  sums: z.array(Money),
  deals: z.array(BoardCard),
});
export type BoardColumn = z.infer<typeof BoardColumn>;

export const Board = z.object({ pipeline: Pipeline, columns: z.array(BoardColumn) });
export type Board = z.infer<typeof Board>;

/** `days`: whole days in the stage moved to, until the next move or until now. */
export const DealMoves = page(
  z.object({
    id: Id,
    from: z.string().nullable(),
    fromName: Localized.nullable(),
    to: z.string(),
    toName: Localized,
    toKind: StageKind,
    reason: z.string().nullable(),
    by: z.string(),
    movedAt: Instant,
    recordedAt: Instant,
    leftAt: Instant.nullable(),
    days: z.number().int(),
  }),
);
export type DealMove = z.infer<typeof DealMoves>["data"][number];

export const StageCounts = z.object({
  pipeline: z.string(),
  /** `count`: all deals of the stage, tagged or not. */
  stages: z.array(Stage.extend({ count: z.number().int() })),
  /** Only pairs that have deals. A deal with two theses counts once under each. */
  data: z.array(z.object({ stage: z.string(), thesis: z.string(), count: z.number().int() })),
});
